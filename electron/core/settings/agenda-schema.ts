import path from 'node:path';
import { z } from 'zod';
import { GroupLetter } from '../../../shared/contract/hall.ts';
import { isLoopbackAddress, SecretName } from './schema-parts.ts';

const SOURCE_WORDS =
  'het volledige pad van een bestand, of een webadres dat begint met https:// (http:// alleen naar deze pc zelf)';

/** Names of people travel here: on a network never in the clear. */
function isSource(source: string): boolean {
  if (path.isAbsolute(source)) return true;
  if (!URL.canParse(source)) return false;
  const { protocol, hostname } = new URL(source);
  if (protocol === 'https:') return true;
  return protocol === 'http:' && (hostname === 'localhost' || isLoopbackAddress(hostname));
}

/** Where the appointments of a location come from; the same on every workstation of the location. */
export const AgendaConfig = z.strictObject({
  source: z.string().refine(isSource, SOURCE_WORDS).describe(SOURCE_WORDS),
  format: z.enum(['ical', 'json']),
  refreshMinutes: z.int().min(1).max(60).default(5),
  /** Sent as a bearer token to a web address. */
  secretName: SecretName.optional(),
  /** The subject or category of the agenda, and the group of the hall that helps with it. A letter stands for itself. */
  groups: z.record(z.string().min(1).max(80), GroupLetter.describe('één hoofdletter')).default({}),
  /** When a visitor can check in himself, in minutes around his appointment; a clerk always can. */
  checkIn: z
    .strictObject({
      earlyMinutes: z.int().min(0).max(720).default(60),
      lateMinutes: z.int().min(0).max(720).default(30),
    })
    .prefault({}),
});
export type AgendaConfig = z.infer<typeof AgendaConfig>;
