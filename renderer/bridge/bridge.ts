import type { CallInput, CallName, CallOutput, PushMessage } from '../../shared/contract/index.ts';
import type { Failure, Result } from '../../shared/lib/result.ts';

/** What a call answers: a value or a failure of the closed list. */
export type Answer<N extends CallName> = Result<CallOutput<N>>;

/** An expected failure, as it is shown to the clerk. */
export type CallError = Failure;

/** The window's only way to the application. */
export interface Bridge {
  /** Makes one call; never rejects: a lost connection is the failure `unreachable`, whose outcome is unknown. */
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Answer<N>>;
  /** Hears every event until the returned function is called. */
  subscribe(listener: (message: PushMessage) => void): () => void;
  /**
   * Hears each change of the connection, and soon after subscribing the present state. After every `true` the window
   * fetches everything anew, because events may have been missed.
   */
  onConnection(listener: (connected: boolean) => void): () => void;
}
