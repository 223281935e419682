export { type Catalogue, createCatalogue } from './catalogue.ts';
export { createSync, type Sync, type SyncDeps } from './create-sync.ts';
export { createOutboxSweep } from './outbox-sweep.ts';
export type { CentralZaak } from './open-zaken.ts';
export type { SyncStatus } from './status.ts';
export type { Verification } from './verification.ts';
