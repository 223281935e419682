import { ALWAYS_HEARD, type KeyAction } from './keys.ts';

/** What a key does where it is bound: `run` when it can, else `refuse` says why not. */
export interface KeyBinding {
  readonly action: KeyAction;
  readonly run: () => void;
  readonly isEnabled: boolean;
  readonly refuse?: (() => void) | undefined;
}

/** The bindings of the window, in layers: only those of the top layer are heard, and what is always heard. */
export interface KeyRegistry {
  /** Binds a key in a layer until the returned function is called; the newest binding of a key wins. */
  bind(layer: number, read: () => KeyBinding): () => void;
  /** Opens a layer over the page, such as a dialog; `close` takes it away. */
  openLayer(): { readonly layer: number; readonly close: () => void };
  /**
   * Does what the key means in the top layer. A key that is bound but cannot work now says why: it is never lost.
   * False when it is bound only under an open dialog: then whoever listens tells so.
   */
  press(action: KeyAction): boolean;
}

/** The page itself. */
export const PAGE_LAYER = 0;

/** Makes a registry without bindings. */
export function createKeyRegistry(): KeyRegistry {
  const bindings: { readonly layer: number; readonly read: () => KeyBinding }[] = [];
  const layers = new Set<number>([PAGE_LAYER]);
  let lastLayer: number = PAGE_LAYER;

  return {
    bind(layer, read) {
      const binding = { layer, read };
      bindings.push(binding);
      return () => {
        const index = bindings.indexOf(binding);
        if (index >= 0) bindings.splice(index, 1);
      };
    },
    openLayer() {
      lastLayer += 1;
      const layer = lastLayer;
      layers.add(layer);
      return { layer, close: () => layers.delete(layer) };
    },
    press(action) {
      const top = Math.max(...layers);
      const bound = bindings.filter((binding) => binding.read().action === action);
      const binding = bound
        .findLast((candidate) => candidate.layer === top || ALWAYS_HEARD.has(action))
        ?.read();
      if (!binding) return bound.length === 0;
      if (binding.isEnabled) binding.run();
      else binding.refuse?.();
      return true;
    },
  };
}
