import { z } from 'zod';
import { CommandId, call, CounterNumber, Done, Id, Nothing, push } from './call.ts';
import { DeviceErrorReason } from './device-error.ts';
import { DeviceTaskStage, TaskSteer } from './device-task.ts';

const Step = { transactionId: Id, index: z.int().min(0).max(30) };

/** The last signature that was asked on the pad for this counter: where it is, or how it ended. */
export const SigningView = z.strictObject({
  ...Step,
  /** signed: it is kept with the draft. refused: the visitor cancelled on the pad. */
  state: z.enum(['running', 'signed', 'refused', 'stopped', 'failed']),
  /** While it runs. */
  stage: DeviceTaskStage.nullable(),
  /** Why it failed. */
  reason: DeviceErrorReason.nullable(),
});
export type SigningView = z.infer<typeof SigningView>;

export const signingCalls = {
  /**
   * Has the visitor sign on the pad. Answers once that began; the rest is in `transactions.signing`. The same step while
   * it runs goes on; another step ends the one before.
   */
  'transactions.captureSignature': call('transactions.captureSignature', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ commandId: CommandId, ...Step }),
    output: Done,
  }),
  /** Stops the pad, or, for a pad without buttons, says akkoord or opnieuw for the visitor. Without effect when nothing runs. */
  'transactions.steerSignature': call('transactions.steerSignature', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ ...Step, steer: z.enum([...TaskSteer.options, 'stop']) }),
    output: Done,
  }),
  'transactions.signing': call('transactions.signing', {
    audience: ['counter'],
    access: 'clerk',
    input: Nothing,
    output: SigningView.nullable(),
  }),
};

export const signingPushes = {
  /** The pad of this counter got further. */
  'visit.signing': push('visit.signing', {
    audience: ['counter'],
    data: z.strictObject({ counter: CounterNumber }),
  }),
};
