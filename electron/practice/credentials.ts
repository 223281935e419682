import { randomBytes, randomUUID } from 'node:crypto';
import type { ResourceStore } from './resource-store.ts';

/** What a client of the practice environment must show to each of its registries. */
export interface PracticeCredentials {
  readonly zgwClientId: string;
  readonly zgwSecret: string;
  readonly klantinteractiesToken: string;
  readonly brpApiKey: string;
  readonly agendaToken: string;
  /** API key of NotifyNL: `name-<service uuid>-<secret uuid>`. */
  readonly notifyApiKey: string;
  /** For `POST /practice/faults`. */
  readonly practiceToken: string;
}

/** The credentials of this practice world: made once, and the same after a restart. */
export function practiceCredentials(store: ResourceStore): PracticeCredentials {
  const secret = (name: string): string =>
    store.setting(name) ?? store.setting(name, randomBytes(24).toString('hex')) ?? '';
  return {
    zgwClientId: 'waarmee-oefenen',
    zgwSecret: secret('zgwSecret'),
    klantinteractiesToken: secret('klantinteractiesToken'),
    brpApiKey: secret('brpApiKey'),
    agendaToken: secret('agendaToken'),
    notifyApiKey:
      store.setting('notifyApiKey') ??
      store.setting('notifyApiKey', `oefenstad-${randomUUID()}-${randomUUID()}`) ??
      '',
    practiceToken: secret('practiceToken'),
  };
}
