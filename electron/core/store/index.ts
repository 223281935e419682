export { StoreError, storeProblem } from './open-database.ts';
export { openStore } from './open-store.ts';
export type { Migration, Store } from './store.ts';
