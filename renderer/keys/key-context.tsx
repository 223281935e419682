import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { createKeyRegistry, type KeyRegistry, PAGE_LAYER } from './key-registry.ts';
import { actionOf, type KeyAction } from './keys.ts';

const RegistryContext = createContext<KeyRegistry | undefined>(undefined);
const LayerContext = createContext<number>(PAGE_LAYER);

/** Where a combination belongs to the text being typed, such as Ctrl+Z; an empty field has no text to take back. */
function isForText(action: KeyAction, target: EventTarget | null): boolean {
  if (action !== 'undo') return false;
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isField ? target.value !== '' : target instanceof HTMLElement && target.isContentEditable;
}

/** Listens to the keys of the window. `onRefused` tells the clerk that a key waits for an open dialog. */
export function KeyProvider({
  onRefused,
  children,
}: {
  readonly onRefused: () => void;
  readonly children: ReactNode;
}) {
  const [registry] = useState(createKeyRegistry);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = actionOf(event);
      if (action === undefined || isForText(action, event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat && !registry.press(action)) onRefused();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [registry, onRefused]);
  return <RegistryContext value={registry}>{children}</RegistryContext>;
}

/** Everything inside hears the keys alone, as long as it is there. */
export function KeyLayer({ children }: { readonly children: ReactNode }) {
  const registry = useContext(RegistryContext);
  const [layer, setLayer] = useState<number>();
  useLayoutEffect(() => {
    const opened = registry?.openLayer();
    setLayer(opened?.layer);
    return opened?.close;
  }, [registry]);
  return <LayerContext value={layer ?? -1}>{children}</LayerContext>;
}

export interface ShortcutOptions {
  readonly isEnabled?: boolean;
  /** Called when the key is pressed while it cannot work: tell the clerk why. */
  readonly refuse?: () => void;
}

/** Binds one key to what it does, in the page or in the dialog around this component. */
export function useShortcut(action: KeyAction, run: () => void, options: ShortcutOptions = {}): void {
  const registry = useContext(RegistryContext);
  const layer = useContext(LayerContext);
  const binding = { action, run, isEnabled: options.isEnabled ?? true, refuse: options.refuse };
  const latest = useRef(binding);
  useLayoutEffect(() => {
    latest.current = binding;
  });
  useLayoutEffect(() => registry?.bind(layer, () => latest.current), [registry, layer]);
}
