import type { Secrets } from '../ports.ts';
import type { AgendaConfig } from './agenda-schema.ts';
import type { CentralConfig } from './config-schema.ts';
import type { HallConfig } from './hall-schema.ts';

/** A secret that the configuration names and that was never kept on this PC. */
export interface MissingSecret {
  readonly key:
    | 'central.zgw.secretName'
    | 'central.klantinteracties.secretName'
    | 'central.brp.secretName'
    | 'central.notify.secretName';
  readonly name: string;
  /** The systems that let nobody in without it. */
  readonly systems: readonly ('zaken' | 'documenten' | 'catalogi' | 'klantinteracties' | 'brp' | 'notify')[];
}

/** Which secrets are missing. */
export function missingSecrets(
  { zgw, klantinteracties, brp, notify }: CentralConfig,
  secrets: Secrets,
): MissingSecret[] {
  const named: readonly MissingSecret[] = [
    { key: 'central.zgw.secretName', name: zgw.secretName, systems: ['zaken', 'documenten', 'catalogi'] },
    {
      key: 'central.klantinteracties.secretName',
      name: klantinteracties.secretName,
      systems: ['klantinteracties'],
    },
    { key: 'central.brp.secretName', name: brp.secretName, systems: ['brp'] },
    ...(notify
      ? [{ key: 'central.notify.secretName', name: notify.secretName, systems: ['notify'] } as const]
      : []),
  ];
  return named.filter(({ name }) => secrets.read(name) === undefined);
}

/** The password of the hall's database, when the configuration names one that was never kept. */
export function missingHallSecret(
  { engine }: HallConfig,
  secrets: Secrets,
): { readonly key: string; readonly name: string }[] {
  if (engine.kind !== 'postgresql' || secrets.read(engine.secretName) !== undefined) return [];
  return [{ key: 'hall.engine.secretName', name: engine.secretName }];
}

/** The token of the agenda, when the configuration names one that was never kept. */
export function missingAgendaSecret(
  agenda: AgendaConfig | undefined,
  secrets: Secrets,
): { readonly key: string; readonly name: string }[] {
  const name = agenda?.secretName;
  return name === undefined || secrets.read(name) !== undefined ? [] : [{ key: 'agenda.secretName', name }];
}
