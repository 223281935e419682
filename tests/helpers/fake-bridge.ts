import type { CallInput, CallName, CallOutput, PushMessage } from '../../shared/contract/index.ts';
import type { Answer, Bridge } from '../../renderer/bridge/bridge.ts';

/** One call that the window made. */
export interface MadeCall {
  readonly name: CallName;
  readonly input: unknown;
}

type Handler<N extends CallName> = (input: CallInput<N>) => Answer<N> | Promise<Answer<N>>;

/** A bridge that answers what the test says and remembers what was asked. */
export interface FakeBridge extends Bridge {
  readonly calls: MadeCall[];
  /** Answers a call from now on. */
  answer<N extends CallName>(name: N, handler: Handler<N>): void;
  /** Answers a call with a value from now on. */
  give<N extends CallName>(name: N, value: CallOutput<N>): void;
  push(message: PushMessage): void;
  connect(connected: boolean): void;
  /** The inputs of every call of this name so far. */
  inputsOf<N extends CallName>(name: N): CallInput<N>[];
}

/** Makes a fake bridge; a call that the test gave no answer for is `unknownCall`. */
export function createFakeBridge(): FakeBridge {
  const handlers = new Map<string, (input: never) => unknown>();
  const listeners = new Set<(message: PushMessage) => void>();
  const watchers = new Set<(connected: boolean) => void>();
  const calls: MadeCall[] = [];
  const bridge: FakeBridge = {
    calls,
    async call(name, input) {
      calls.push({ name, input });
      const handler = handlers.get(name);
      if (!handler) return { ok: false, error: { code: 'unknownCall', detail: name } };
      return (await handler(input as never)) as Answer<typeof name>;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onConnection(listener) {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    answer: (name, handler) => void handlers.set(name, handler),
    give: (name, value) => bridge.answer(name, () => ({ ok: true, value })),
    push: (message) => {
      for (const listener of listeners) listener(message);
    },
    connect: (connected) => {
      for (const watcher of watchers) watcher(connected);
    },
    inputsOf: (name) => calls.filter((call) => call.name === name).map((call) => call.input as never),
  };
  return bridge;
}
