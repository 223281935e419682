import type { DeviceTaskEnd, DeviceTaskValue, TaskSteer } from '../../../shared/contract/device-task.ts';
import type { SigningView } from '../../../shared/contract/signing.ts';
import type { Devices } from '../devices/index.ts';
import type { Events } from '../events.ts';
import type { Log } from '../ports.ts';

/** Nobody reads that long; the clerk can ask again. */
const DEADLINE_MS = 300_000;

export type Signature = Extract<DeviceTaskValue, { kind: 'signature' }>;
type Place = Pick<SigningView, 'transactionId' | 'index'>;

/** What is asked on the pad. */
export interface SigningTask extends Place {
  readonly lines: readonly string[];
  /** Keeps the signature; false when its draft went meanwhile. */
  readonly keep: (signature: Signature) => boolean;
}

/** Signatures on the pad, one at a time per counter. */
export interface Signing {
  /** Begins; resolves when the pad was asked. */
  start(counter: number, task: SigningTask): Promise<void>;
  steer(counter: number, place: Place, steer: TaskSteer | 'stop'): void;
  /** The last one of a counter. */
  view(counter: number): SigningView | null;
  /** Stops those whose draft is gone, and forgets them. */
  stopGone(isThere: (transactionId: string) => boolean): void;
  stop(): void;
}

interface Running {
  view: SigningView;
  readonly control: AbortController;
  steer: (steer: TaskSteer) => void;
  readonly ended: Promise<void>;
}

/** Publishes `visit.signing` with each step forward. */
export function createSigning(deps: {
  readonly devices: Pick<Devices, 'runTask'>;
  readonly events: Events;
  readonly log: Log;
}): Signing {
  const { devices, events, log } = deps;
  const signings = new Map<number, Running>();

  function show(counter: number, signing: Running, change: Partial<SigningView>) {
    signing.view = { ...signing.view, ...change };
    if (signings.get(counter) === signing) events.publish({ name: 'visit.signing', data: { counter } });
  }

  function outcome(end: DeviceTaskEnd, keep: SigningTask['keep']): Partial<SigningView> {
    switch (end.outcome) {
      case 'done':
        if (end.value.kind !== 'signature') return { state: 'failed', reason: 'failure' };
        return keep(end.value) ? { state: 'signed' } : { state: 'stopped' };
      case 'cancelled':
        return { state: end.by === 'visitor' ? 'refused' : 'stopped' };
      default:
        return { state: 'failed', reason: end.outcome === 'failed' ? end.reason : 'failure' };
    }
  }

  function begin(counter: number, { transactionId, index, lines, keep }: SigningTask): Running {
    const control = new AbortController();
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    const signing: Running = {
      view: { transactionId, index, state: 'running', stage: null, reason: null },
      control,
      steer: () => undefined,
      ended,
    };
    const running = devices.runTask(
      'signature-pad',
      { kind: 'captureSignature', lines: lines.map((line) => line.slice(0, 120)), language: 'nl' },
      {
        deadlineMs: DEADLINE_MS,
        signal: control.signal,
        onStage: (stage) => show(counter, signing, { stage }),
        onSteerable: (steer) => {
          signing.steer = steer;
        },
      },
    );
    void running
      .then((result) => outcome(result, keep))
      .catch((error: unknown): Partial<SigningView> => {
        // The disk, most likely; the window says that nothing was kept.
        log.error('signing.notKept', { error: error instanceof Error ? error.name : 'unknown' });
        return { state: 'failed', reason: 'failure' };
      })
      .then((change) => {
        show(counter, signing, { ...change, stage: null });
        end();
      });
    return signing;
  }

  return {
    async start(counter, task) {
      const before = signings.get(counter);
      if (before?.view.state === 'running') {
        if (before.view.transactionId === task.transactionId && before.view.index === task.index) return;
        before.control.abort();
        await before.ended;
      }
      const signing = begin(counter, task);
      signings.set(counter, signing);
      events.publish({ name: 'visit.signing', data: { counter } });
    },
    steer(counter, { transactionId, index }, steer) {
      const signing = signings.get(counter);
      if (signing?.view.transactionId !== transactionId || signing.view.index !== index) return;
      if (steer === 'stop') signing.control.abort();
      else signing.steer(steer);
    },
    view: (counter) => signings.get(counter)?.view ?? null,
    stopGone(isThere) {
      for (const [counter, { view, control }] of signings) {
        if (isThere(view.transactionId)) continue;
        control.abort();
        signings.delete(counter);
      }
    },
    stop() {
      for (const { control } of signings.values()) control.abort();
      signings.clear();
    },
  };
}
