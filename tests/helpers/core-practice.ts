import type { PracticeControls } from '../../electron/core/ports.ts';
import type { PracticeState } from '../../shared/contract/workstation.ts';

export const PRACTICE_STATE: PracticeState = {
  buttons: [{ button: 1, label: 'Paspoort en ID-kaart' }],
  persons: [{ personId: '999993653', label: 'Suzanne Moulin', note: 'volwassene' }],
  documentOnReader: false,
  paper: { receiptPrinter: 'ok', ticketDispenser: 'near' },
  network: 'up',
  pad: '',
  messages: [],
  printed: [],
};

/** A practice panel that notes what it is told to do; `say` tells that something changed there. */
export function createFakePractice(): PracticeControls & { readonly done: unknown[][]; say(): void } {
  const done: unknown[][] = [];
  const listeners = new Set<() => void>();
  const note =
    (what: string) =>
    async (...how: unknown[]) =>
      void done.push([what, ...how]);
  return {
    done,
    say: () => listeners.forEach((listener) => listener()),
    state: () => PRACTICE_STATE,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    pressButton: note('pressButton'),
    layDocument: note('layDocument'),
    scanCode: note('scanCode'),
    setPaper: note('setPaper'),
    card: note('card'),
    pad: note('pad'),
    setNetwork: note('setNetwork'),
    setPlugged: note('setPlugged'),
    secondCounter: () => ({ url: 'http://127.0.0.1:4711/', counter: 2 }),
  };
}
