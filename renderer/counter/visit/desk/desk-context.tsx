import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { useCounter } from '../../../state/context.tsx';
import { createDesk, type Desk, type DeskState } from './desk.ts';

const DeskContext = createContext<Desk | undefined>(undefined);

/** Gives the visit's two columns one desk. Stands above the lock screen, so that locking loses nothing. */
export function DeskProvider({ children }: { readonly children: ReactNode }) {
  const counter = useCounter();
  const [desk, setDesk] = useState<Desk>();
  useEffect(() => {
    const made = createDesk(counter);
    setDesk(made);
    return () => made.stop();
  }, [counter]);
  return desk === undefined ? null : <DeskContext value={desk}>{children}</DeskContext>;
}

/** The desk. Throws outside a DeskProvider. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === undefined) throw new Error('no DeskProvider above this component');
  return desk;
}

/** A piece of the desk's state; the component is drawn again when it changes. */
export function useDeskState<T>(select: (state: DeskState) => T): T {
  return useStore(useDesk().store, select);
}

/** Draws the component again with each change of the drafts. */
export function useDrafts(): Desk['saver'] {
  const { saver } = useDesk();
  useSyncExternalStore(saver.subscribe, saver.revision);
  return saver;
}
