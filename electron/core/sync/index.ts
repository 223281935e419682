export { createSync, type Sync, type SyncDeps } from './create-sync.ts';
export type { Verification } from './verification.ts';
