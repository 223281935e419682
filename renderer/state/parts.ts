import type { StoreApi } from 'zustand/vanilla';
import type { Result } from '../../shared/lib/result.ts';
import type { Bridge } from '../bridge/bridge.ts';
import { type CounterState, INITIAL_STATE, type ServerPart, type ServerState } from './counter-state.ts';
import { createResource, type Resource } from './resource.ts';

type SessionView = ServerState['session'];

/** Everything but the session itself is personal or of the clerk's work: gone as soon as nobody is at work. */
const AT_WORK = [
  'queue',
  'visit',
  'payments',
  'finished',
  'devices',
  'sync',
  'practice',
  'signing',
] as const satisfies readonly ServerPart[];

/** The parts of the server state, kept in the store. */
export interface Parts {
  /** Fetches these parts, as far as the session allows them to be seen. */
  refresh(parts: readonly ServerPart[]): void;
  /** After (re)connecting: gives up on answers that are under way and fetches everything. */
  refetchAll(): void;
}

/** Makes the parts; the session decides which of the others are fetched or forgotten. */
export function createParts(bridge: Bridge, store: StoreApi<CounterState>, now: () => number): Parts {
  function part<P extends ServerPart>(
    name: P,
    fetch: () => Promise<Result<ServerState[P]>>,
    after?: (value: ServerState[P]) => void,
  ): Resource<ServerState[P]> {
    return createResource(fetch, (loaded) => {
      store.setState({ [name]: loaded } as Partial<CounterState>);
      if (loaded.value !== undefined) after?.(loaded.value);
    });
  }

  const resources = {
    session: part('session', () => bridge.call('session.state', {}), onSession),
    queue: part('queue', () => bridge.call('hall.queue', {}), onQueue),
    visit: part('visit', () => bridge.call('visits.current', {})),
    payments: part('payments', () => bridge.call('payments.current', {})),
    finished: part('finished', () => bridge.call('visits.finished', {})),
    devices: part('devices', () => bridge.call('devices.list', {})),
    sync: part('sync', () => bridge.call('sync.status', {})),
    practice: part('practice', () => bridge.call('practice.state', {})),
    signing: part('signing', () => bridge.call('transactions.signing', {})),
  };
  let shownTo: string | undefined;
  let force = false;

  function onQueue(queue: ServerState['queue']): void {
    store.setState({ clockOffsetMs: Date.parse(queue.now) - now() });
  }

  function visible(name: ServerPart): boolean {
    const session = store.getState().session.value;
    if (name === 'session') return true;
    if (session?.stage !== 'active') return false;
    return name !== 'practice' || session.practice;
  }

  function onSession(session: SessionView): void {
    const forced = force;
    force = false;
    const staffId = session.stage === 'active' ? session.staff?.staffId : undefined;
    if (staffId === shownTo && !forced) return;
    const changed = staffId !== shownTo;
    shownTo = staffId;
    for (const name of AT_WORK) {
      if (changed) resources[name].clear();
      if (visible(name)) void resources[name].refresh(true);
    }
    if (staffId === undefined) store.setState({ notices: INITIAL_STATE.notices });
  }

  return {
    refresh(names) {
      for (const name of names) if (visible(name)) void resources[name].refresh();
    },
    refetchAll() {
      force = true;
      void resources.session.refresh(true);
    },
  };
}
