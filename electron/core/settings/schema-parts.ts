import { z } from 'zod';

/** Parts that several sections of the configuration share. */

export const SecretName = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/)
  .describe('de naam van een geheim (kleine letters, cijfers, streepjes), nooit het geheim zelf');

/** An address of this PC alone: 127.0.0.0/8 or ::1. */
export function isLoopbackAddress(address: string): boolean {
  return address === '::1' || /^127(\.\d+){3}$/.test(address);
}

const URL_WORDS =
  'een webadres dat begint met https:// (http:// alleen naar deze pc zelf, zoals http://127.0.0.1)';
/** What goes to a central system is about people: on a network it is never in the clear. */
export const Url = z
  .url({ protocol: /^https?$/, abort: true })
  .refine((url) => url.startsWith('https:') || isLoopback(url), URL_WORDS)
  .describe(URL_WORDS);

/** An address of this PC alone: 127.0.0.0/8, ::1 or localhost. */
function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
