import type { Migration } from '../store.ts';
import { floor } from './0010-floor.ts';

/** Every step of the file's shape, oldest first; a released step is never changed, only followed. */
export const migrations: readonly Migration[] = [floor];
