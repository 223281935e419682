import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CallInput, CallName, PushMessage } from '../../shared/contract/index.ts';
import type { Answer, Bridge, CallError } from '../bridge/bridge.ts';
import { type CommandBody, type CommandName, createCommander } from './commands.ts';
import { type CounterState, INITIAL_STATE, type ServerPart } from './counter-state.ts';
import { type NoticeBody, type NoticeTone, withNotice, withoutNotice } from './notices.ts';
import { createParts } from './parts.ts';
import { STALE_AFTER_COMMAND, STALE_AFTER_PUSH } from './refetch.ts';

/** What the window needs from outside; replaced in tests. */
export interface CounterDeps {
  readonly bridge: Bridge;
  readonly mintId: () => string;
  readonly now: () => number;
}

/** `quiet`: the caller shows a failure itself, next to what was asked. */
export interface SendOptions {
  readonly quiet?: boolean;
}

/** The counter window's state and everything it can ask for. */
export interface Counter {
  readonly store: StoreApi<CounterState>;
  /** The clock of the window, in milliseconds since 1970; `clockOffsetMs` makes it the application's. */
  now(): number;
  /** Fetches, and listens until the returned function is called. */
  start(): () => void;
  /** Does a command once, fetches what it made stale, and shows a failure unless `quiet`. */
  run<N extends CommandName>(name: N, body: CommandBody<N>, options?: SendOptions): Promise<Answer<N>>;
  /** Makes a call that is no command; shows a failure unless `quiet`. */
  ask<N extends CallName>(name: N, input: CallInput<N>, options?: SendOptions): Promise<Answer<N>>;
  refresh(...parts: readonly ServerPart[]): void;
  notify(tone: NoticeTone, body: NoticeBody): void;
  dismiss(noticeId: number): void;
  /** Hears the events too, for what is not state: such as a document that could not be read. */
  onPush(listener: (message: PushMessage) => void): () => void;
}

/** What went wrong with one visitor is no news of the next. */
const BEGINS_VISIT: ReadonlySet<CommandName> = new Set(['hall.callNext', 'hall.startWithoutTicket']);

/** Makes the counter's state; nothing happens before `start`. */
export function createCounter({ bridge, mintId, now }: CounterDeps): Counter {
  const store = createStore<CounterState>(() => INITIAL_STATE);
  const parts = createParts(bridge, store, now);
  const commander = createCommander({ bridge, mintId, now, onBusy: (busy) => store.setState({ busy }) });
  const pushListeners = new Set<(message: PushMessage) => void>();
  let noticeId = 0;

  function notify(tone: NoticeTone, body: NoticeBody): void {
    noticeId += 1;
    store.setState(({ notices }) => ({ notices: withNotice(notices, { ...body, id: noticeId, tone }) }));
  }

  function onFailure(error: CallError, quiet: boolean | undefined): void {
    if (error.code === 'locked' || error.code === 'notLoggedIn') parts.refresh(['session']);
    else if (!quiet) notify('error', { error });
  }

  function onPush(message: PushMessage): void {
    parts.refresh(STALE_AFTER_PUSH[message.name] ?? []);
    for (const listener of pushListeners) listener(message);
  }

  function onConnection(connected: boolean): void {
    const was = store.getState().connection;
    store.setState({ connection: connected ? 'connected' : 'lost' });
    if (!connected) return;
    if (was === 'lost') commander.forgetUnsure();
    parts.refetchAll();
  }

  return {
    store,
    now,
    start() {
      const stopPushes = bridge.subscribe(onPush);
      const stopConnection = bridge.onConnection(onConnection);
      return () => {
        stopPushes();
        stopConnection();
      };
    },
    async run(name, body, options) {
      const answer = await commander.send(name, body);
      if (!answer.ok) onFailure(answer.error, options?.quiet);
      else if (BEGINS_VISIT.has(name)) store.setState({ notices: [] });
      parts.refresh(STALE_AFTER_COMMAND[name]);
      return answer;
    },
    async ask(name, input, options) {
      const answer = await bridge.call(name, input);
      if (!answer.ok) onFailure(answer.error, options?.quiet);
      else if (name.startsWith('session.') && name !== 'session.touch') parts.refresh(['session']);
      return answer;
    },
    refresh: (...stale) => parts.refresh(stale),
    notify,
    dismiss: (id) => store.setState(({ notices }) => ({ notices: withoutNotice(notices, id) })),
    onPush(listener) {
      pushListeners.add(listener);
      return () => pushListeners.delete(listener);
    },
  };
}
