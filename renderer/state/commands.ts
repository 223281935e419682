import type { CallInput, CallName } from '../../shared/contract/index.ts';
import type { Answer, Bridge } from '../bridge/bridge.ts';

/** The counter's calls that change something once: they carry a command id. */
export type CommandName = {
  [N in CallName]: N extends `kiosk.${string}`
    ? never
    : CallInput<N> extends { readonly commandId: string }
      ? N
      : never;
}[CallName];

/** The input of a command without its id, which is minted here. */
export type CommandBody<N extends CommandName> = Omit<CallInput<N>, 'commandId'>;

/** Sends commands so that a double click does one thing and a retry is recognised by the application. */
export interface Commander {
  /**
   * Sends a command. The same command while it is under way gives the same answer; the same command after an unknown
   * outcome (`unreachable`) goes with the same id, so that it is done once.
   */
  send<N extends CommandName>(name: N, body: CommandBody<N>): Promise<Answer<N>>;
  /** After reconnecting the clerk sees what really happened; what he does then is a new wish. */
  forgetUnsure(): void;
}

/** So long a repeat counts as a retry of the same action; later it is a new wish of the clerk. */
export const RETRY_MS = 30_000;

/** What a commander needs: the way out, fresh ids, the clock, and who shows that a command is under way. */
export interface CommanderDeps {
  readonly bridge: Bridge;
  readonly mintId: () => string;
  readonly now: () => number;
  /** Hears the names of the commands that are under way. */
  readonly onBusy: (busy: ReadonlySet<string>) => void;
}

/** Makes a commander. */
export function createCommander({ bridge, mintId, now, onBusy }: CommanderDeps): Commander {
  const unsure = new Map<string, { readonly id: string; readonly at: number }>();
  const flights = new Map<string, { readonly name: string; readonly answer: Promise<unknown> }>();
  const tellBusy = () => onBusy(new Set([...flights.values()].map((flight) => flight.name)));

  async function fly<N extends CommandName>(key: string, name: N, body: CommandBody<N>): Promise<Answer<N>> {
    const earlier = unsure.get(key);
    const commandId = earlier && now() - earlier.at < RETRY_MS ? earlier.id : mintId();
    const answer = await bridge.call(name, { ...body, commandId } as CallInput<N>);
    if (!answer.ok && answer.error.code === 'unreachable') unsure.set(key, { id: commandId, at: now() });
    else unsure.delete(key);
    flights.delete(key);
    tellBusy();
    return answer;
  }

  return {
    send<N extends CommandName>(name: N, body: CommandBody<N>) {
      const key = `${name} ${JSON.stringify(body)}`;
      const flying = flights.get(key);
      if (flying) return flying.answer as Promise<Answer<N>>;
      const answer = fly(key, name, body);
      flights.set(key, { name, answer });
      tellBusy();
      return answer;
    },
    forgetUnsure: () => unsure.clear(),
  };
}
