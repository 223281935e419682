import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CallOutput } from '../../../../shared/contract/index.ts';
import type { Counter } from '../../../state/counter.ts';
import { type Place, placeKey, samePlace } from '../steps/places.ts';
import { StepSaver } from './step-saver.ts';

/** How the visitor pays, as far as it was entered. */
export interface PaymentDraft {
  readonly method: 'card' | 'cash' | null;
  /** The amount handed over, as typed. */
  readonly given: string;
  /** The amount in cents for which the clerk saw the terminal say "akkoord"; another total has to be paid anew. */
  readonly seenCents: number | null;
}

/** Whether the visitor wants a message, and where; unticked until he says so, and forgotten with his visit. */
export interface MessageDraft {
  readonly email: Recipient;
  readonly sms: Recipient;
  readonly webFormOf: string | null;
}

interface Recipient {
  readonly wants: boolean;
  /** As typed; kept when the tick goes. */
  readonly address: string;
}

/** What the clerk's desk shows of the visit, besides what the application knows of it. */
export interface DeskState {
  readonly visitId: string | null;
  readonly panel: 'work' | 'identify' | 'products';
  /** Where the clerk works; undefined: where the work best goes on. */
  readonly place: Place | undefined;
  /** The places that were left: there, what is missing is named. */
  readonly left: ReadonlySet<string>;
  readonly payment: PaymentDraft;
  readonly message: MessageDraft;
  /** The answer to the last commit, shown until the next visit. */
  readonly finished: CallOutput<'transactions.commit'> | null;
}

/** What is typed and chosen at the counter for the visit of now. */
export interface Desk {
  readonly store: StoreApi<DeskState>;
  readonly saver: StepSaver;
  show(panel: DeskState['panel']): void;
  /** Leaves the present place, which saves it, and goes to another. */
  goTo(place: Place, from?: Place): void;
  pay(change: Partial<PaymentDraft>): void;
  write(change: Partial<MessageDraft>): void;
  /** The visit is on disk: its drafts are done with. */
  finish(answer: CallOutput<'transactions.commit'>): void;
  closeFinished(): void;
  /** Sends what is still typed, and stops following the counter. */
  stop(): void;
}

/** How long typing pauses before it is saved, in milliseconds. */
export const SAVE_DELAY_MS = 400;
const NOBODY: Recipient = { wants: false, address: '' };
const NO_MESSAGE: MessageDraft = { email: NOBODY, sms: NOBODY, webFormOf: null };
const NO_PAYMENT: PaymentDraft = { method: null, given: '', seenCents: null };

function freshDesk(visitId: string | null): DeskState {
  return {
    visitId,
    panel: 'work',
    place: undefined,
    left: new Set(),
    payment: NO_PAYMENT,
    message: NO_MESSAGE,
    finished: null,
  };
}

/**
 * Makes the desk of a counter. It follows the visit: another visit, or none, clears it. While the visit is not known
 * (locked, starting) it keeps what was typed, so that nothing is lost behind the lock.
 */
export function createDesk(counter: Counter): Desk {
  const store = createStore<DeskState>(() => freshDesk(null));
  const saver = new StepSaver({
    save: (input) => counter.run('transactions.saveStep', input, { quiet: true }),
    delayMs: SAVE_DELAY_MS,
  });

  let isAway = false;

  function follow(): void {
    const { visit, session } = counter.store.getState();
    if (visit.value === undefined) {
      isAway = true;
      const stage = session.value?.stage;
      if (store.getState().visitId !== null && (stage === 'login' || stage === 'setUp')) forget(null);
      return;
    }
    const visitId = visit.value?.visitId ?? null;
    const { finished, visitId: known } = store.getState();
    // What could not be saved behind the lock is saved now; only now, or a full disk would be asked again and again.
    if (isAway && visitId === known) void saver.flush();
    isAway = false;
    if (visitId !== known) {
      forget(visitId);
      if (visitId === null) store.setState({ finished });
    }
  }

  function forget(visitId: string | null): void {
    if (store.getState().visitId !== null) saver.keepOnly([]);
    store.setState(freshDesk(visitId));
  }

  const unfollow = counter.store.subscribe(follow);
  follow();

  return {
    store,
    saver,
    show: (panel) => store.setState({ panel }),
    goTo(place, from) {
      const { left } = store.getState();
      const leaves = from !== undefined && !samePlace(from, place);
      store.setState({ panel: 'work', place, left: leaves ? new Set([...left, placeKey(from)]) : left });
      void saver.flush();
    },
    pay: (change) => store.setState(({ payment }) => ({ payment: { ...payment, ...change } })),
    write: (change) => store.setState(({ message }) => ({ message: { ...message, ...change } })),
    finish(finished) {
      saver.keepOnly([]);
      store.setState({ finished });
    },
    closeFinished: () => store.setState({ finished: null }),
    stop() {
      unfollow();
      void saver.stop();
    },
  };
}
