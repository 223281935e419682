export { createSync, type Sync, type SyncDeps } from './create-sync.ts';
export type { SyncStatus } from './status.ts';
export type { Verification } from './verification.ts';
