import { CatalogueError } from '../core/catalogue/index.ts';
import { StoreError } from '../core/store/index.ts';
import { HostError } from './host-error.ts';

/** Why Waarmee could not start: the text that was written for people, or for a bug the stack. */
export function errorText(error: unknown): string {
  if (error instanceof HostError || error instanceof StoreError || error instanceof CatalogueError)
    return error.message;
  return `Waarmee kon niet starten: ${error instanceof Error ? error.stack : 'onbekend'}`;
}
