import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { Counter } from './counter.ts';
import type { CounterState } from './counter-state.ts';

const CounterContext = createContext<Counter | undefined>(undefined);

/** Gives the components below it the counter. */
export function CounterProvider({
  counter,
  children,
}: {
  readonly counter: Counter;
  readonly children: ReactNode;
}) {
  return <CounterContext value={counter}>{children}</CounterContext>;
}

/** The counter: its commands and calls. Throws outside a CounterProvider. */
export function useCounter(): Counter {
  const counter = useContext(CounterContext);
  if (!counter) throw new Error('no CounterProvider above this component');
  return counter;
}

/** A piece of the state; the component is drawn again when it changes. Select values, don't build new ones. */
export function useCounterState<T>(select: (state: CounterState) => T): T {
  return useStore(useCounter().store, select);
}
