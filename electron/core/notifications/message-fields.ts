import type { MessageKind } from './rows.ts';

/** The names that a template of a message can use between double brackets, such as `((zaaknummer))`. Documented in docs. */
export const MESSAGE_FIELDS = {
  confirmation: ['gemeente', 'locatie', 'datum', 'producten', 'zaaknummers', 'bonnummer'],
  readyForPickUp: ['gemeente', 'locatie', 'product', 'zaaknummer'],
  webForm: ['gemeente', 'locatie', 'product', 'link'],
} as const satisfies Record<MessageKind, readonly string[]>;
