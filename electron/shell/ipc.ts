import { randomUUID } from 'node:crypto';
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import type { Core } from '../core/create-core.ts';
import type { Caller } from '../core/handlers.ts';
import type { Log } from '../core/ports.ts';
import { CALL_CHANNEL, PUSH_CHANNEL } from './channels.ts';
import { COUNTER_ORIGIN, isCounterUrl } from './protocol.ts';

export interface IpcDoorDeps {
  readonly core: Pick<Core, 'dispatch' | 'subscribe'>;
  readonly ipc: Pick<IpcMain, 'handle' | 'removeHandler'>;
  readonly log: Log;
}

export interface IpcDoor {
  /** Lets one window in, as a client of its own at `counter`; it is let out when it is destroyed. */
  admit(contents: WebContents, counter: number): void;
  /** Whether these are the contents of a window that was let in. */
  isAdmitted(contents: WebContents | null): boolean;
  stop(): void;
}

interface Admitted {
  readonly caller: Caller;
  readonly leave: () => void;
}

/**
 * The door for windows of Electron. A call counts only when it comes from the main frame of a window that was let in and
 * still shows our own page; all else is rejected, so that the sender never takes silence for an answer.
 */
export function createIpcDoor({ core, ipc, log }: IpcDoorDeps): IpcDoor {
  const windows = new Map<WebContents, Admitted>();

  ipc.handle(CALL_CHANNEL, async (event: IpcMainInvokeEvent, name: unknown, input: unknown) => {
    const admitted = windows.get(event.sender);
    const why = admitted ? refusal(event) : 'window';
    if (!admitted || why !== null) {
      log.warn('ipc.refused', { why: why ?? 'window' });
      throw new Error('refused');
    }
    if (typeof name !== 'string') throw new Error('refused');
    try {
      return await core.dispatch(name, input, admitted.caller);
    } catch (error) {
      log.error('ipc.failed', { error: error instanceof Error ? error.name : 'unknown' });
      return { ok: false, error: { code: 'internal' } };
    }
  });

  return {
    admit(contents, counter) {
      const caller: Caller = { audience: 'counter', client: randomUUID(), counter };
      const unsubscribe = core.subscribe(caller, (message) => {
        // The page may have gone elsewhere between two events, or be on its way out.
        if (!contents.isDestroyed() && isCounterUrl(contents.getURL())) contents.send(PUSH_CHANNEL, message);
      });
      const leave = (): void => {
        unsubscribe();
        windows.delete(contents);
      };
      windows.set(contents, { caller, leave });
      contents.once('destroyed', leave);
    },
    isAdmitted: (contents) => contents !== null && windows.has(contents),
    stop() {
      ipc.removeHandler(CALL_CHANNEL);
      for (const { leave } of windows.values()) leave();
    },
  };
}

/** Why a frame may not call; null when it may. */
function refusal({ senderFrame }: IpcMainInvokeEvent): string | null {
  if (!senderFrame) return 'noFrame';
  if (senderFrame.parent !== null) return 'subframe';
  if (senderFrame.origin !== COUNTER_ORIGIN || !isCounterUrl(senderFrame.url)) return 'origin';
  return null;
}
