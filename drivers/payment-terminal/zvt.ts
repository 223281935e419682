import { z } from 'zod';
import type { DeviceTaskEnd, DeviceTaskStage, DeviceTaskValue } from '../../shared/contract/device-task.ts';
import { asFault, DeviceFault, type Driver, type DriverContext, type Limits } from '../driver.ts';
import { packedDecimal, ZVT, zvtApdu, type ZvtApdu } from '../protocol/zvt.ts';
import { type ZvtStatus, zvtPrintLine, zvtStatus } from '../protocol/zvt-fields.ts';
import { zvtOverSerial, zvtOverTcp } from './zvt-link.ts';

/**
 * What IT may set for a ZVT terminal. Uncertain, because suppliers differ: whether the terminal answers "repeat receipt" with
 * the data of the payment. One that does not leaves an unknown payment unknown, and the clerk is asked.
 */
export const ZvtSettings = z.strictObject({
  /** Serial: 9600 baud, two stop bits (PA00P016). */
  line: z.enum(['tcp', 'serial']).default('tcp'),
  /** Of the cashier functions, six digits. */
  password: z
    .string()
    .regex(/^\d{6}$/)
    .default('000000'),
  /** Who prints the card receipt: the terminal, or we on ours. */
  receipt: z.enum(['terminal', 'counter']).default('terminal'),
});
export type ZvtSettings = z.infer<typeof ZvtSettings>;

/** The terminal says something at least this often while a visitor pays; milliseconds. */
const SILENCE_MS = 90_000;
const ANSWER_MS = 10_000;
/** After our "stop" the terminal says how it ended; a card may have been accepted meanwhile. */
const STOP_MS = 20_000;
const EURO = [0x09, 0x78];
const ABORTED_BY_PERSON = 0x6c;

/** Intermediate status codes (PA00P015, chapter "Intermediate status information") that tell the clerk something. */
const STAGES: ReadonlyMap<number, DeviceTaskStage['name']> = new Map([
  [0x0a, 'presentCard'],
  [0x01, 'enterPin'],
  [0x02, 'enterPin'],
  [0x15, 'again'],
  [0x04, 'authorising'],
  [0x0e, 'authorising'],
  [0x17, 'authorising'],
]);

/** What was heard between a command and its end. */
interface Talk {
  readonly end: 'completed' | { readonly abort: number } | { readonly refused: number };
  readonly status: ZvtStatus | undefined;
  readonly receipt: readonly string[];
}

/**
 * A payment terminal that speaks ZVT (PA00P015) on endpoint `main`. A payment is asked for once: whatever goes wrong after the
 * command may have left is `unknown`, and only the terminal or a person can say more.
 */
export function createZvtTerminal(context: DriverContext, settings: ZvtSettings): Driver {
  const transport = context.transports['main'];
  if (!transport) throw new DeviceFault('illegal', "endpoint 'main' is missing");
  const { clock, life } = context;
  const password = Buffer.from(settings.password, 'hex');
  let listener: (apdu: ZvtApdu) => void = () => {};

  const open = settings.line === 'serial' ? zvtOverSerial : zvtOverTcp;
  const link = open({
    transport,
    clock,
    life,
    onApdu(apdu) {
      // Everything but an acknowledgement wants one, also what comes without being asked.
      const isAnswer = apdu.command >> 8 === 0x80 || apdu.command >> 8 === 0x84;
      if (!isAnswer) void link.send(zvtApdu(ZVT.acknowledged)).catch(() => {});
      listener(apdu);
    },
    onLost: (fault) => context.emit({ type: 'fault', fault }),
  });

  /** Sends a command and listens until the terminal ends it. Rejects when it falls silent or the link goes. */
  function talk(
    command: Uint8Array,
    silenceMs: number,
    stop: AbortSignal,
    tell: (stage: DeviceTaskStage) => void = () => {},
  ): Promise<Talk> {
    return new Promise((resolve, reject) => {
      let status: ZvtStatus | undefined;
      const receipt: string[] = [];
      let cancelSilence = () => {};
      const finish = (settle: () => void) => {
        cancelSilence();
        listener = () => {};
        life.removeEventListener('abort', ended);
        stop.removeEventListener('abort', stopping);
        settle();
      };
      const lose = (fault: DeviceFault) => finish(() => reject(fault));
      const wait = (ms: number) => {
        cancelSilence();
        cancelSilence = clock.after(ms, () =>
          lose(new DeviceFault('timeout', `the terminal said nothing for ${ms} ms`)),
        );
      };
      const ended = () => lose(asFault(life.reason));
      const stopping = () => {
        wait(STOP_MS);
        link.send(zvtApdu(ZVT.abortByTill)).catch((error: unknown) => lose(asFault(error)));
      };
      listener = ({ command: heard, data }) => {
        if (!stop.aborted) wait(silenceMs);
        if (heard >> 8 === 0x84)
          return finish(() => resolve({ end: { refused: heard & 0xff }, status, receipt }));
        switch (heard) {
          case ZVT.statusInformation:
            status = zvtStatus(data);
            return;
          case ZVT.intermediateStatus: {
            const name = STAGES.get(data[0] ?? 0);
            if (name) tell({ name });
            return;
          }
          case ZVT.printLine:
            if (receipt.length < 100) receipt.push(zvtPrintLine(data));
            return;
          case ZVT.completion:
            return finish(() => resolve({ end: 'completed', status, receipt }));
          case ZVT.abort:
            return finish(() => resolve({ end: { abort: data[0] ?? 0xff }, status, receipt }));
        }
      };
      life.addEventListener('abort', ended, { once: true });
      stop.addEventListener('abort', stopping, { once: true });
      wait(silenceMs);
      link.send(command).catch((error: unknown) => lose(asFault(error)));
      if (stop.aborted) stopping();
    });
  }

  async function register(limits: Limits) {
    // Bit 3: tell us the stages. Bits 1 and 7: the receipt comes to us, line by line.
    const config = 0x08 | (settings.receipt === 'counter' ? 0x82 : 0);
    const command = zvtApdu(ZVT.registration, Uint8Array.of(...password, config, ...EURO, 0x03, 0x00));
    const { end } = await talk(command, ANSWER_MS, limits.signal);
    if (end !== 'completed')
      throw new DeviceFault(
        'illegal',
        `the terminal refused the registration (${codeOf(end)}): is the password right?`,
      );
  }

  async function pay(
    amountCents: number,
    limits: Limits,
    tell: (stage: DeviceTaskStage) => void,
  ): Promise<DeviceTaskEnd> {
    if (limits.signal.aborted) return { outcome: 'cancelled', by: 'clerk' };
    const command = zvtApdu(ZVT.authorisation, Uint8Array.of(0x04, ...packedDecimal(amountCents, 6)));
    tell({ name: 'preparing' });
    try {
      const heard = await talk(command, SILENCE_MS, limits.signal, tell);
      if (typeof heard.end === 'object' && 'refused' in heard.end)
        return {
          outcome: 'failed',
          reason: 'busy',
          detail: `the terminal did not take the payment (${codeOf(heard.end)}); nothing was paid`,
        };
      const { status } = heard;
      if (status?.resultCode === 0 && heard.end === 'completed') {
        return { outcome: 'done', value: payment('paid', heard) };
      }
      const code = typeof heard.end === 'object' ? heard.end.abort : status?.resultCode;
      if (code === undefined || code === 0)
        return { outcome: 'unknown', detail: 'the terminal ended without saying whether it was paid' };
      if (code === ABORTED_BY_PERSON)
        return { outcome: 'cancelled', by: limits.signal.aborted ? 'clerk' : 'visitor' };
      return { outcome: 'done', value: payment('declined', heard, hex(code)) };
    } catch (error) {
      return { outcome: 'unknown', detail: asFault(error).message };
    }
  }

  async function lastPayment(limits: Limits): Promise<DeviceTaskEnd> {
    const heard = await talk(zvtApdu(ZVT.repeatReceipt, password), ANSWER_MS, limits.signal);
    if (heard.status?.resultCode === undefined)
      throw new DeviceFault('failure', 'the terminal does not tell its last payment; see its own receipt');
    const { resultCode } = heard.status;
    return {
      outcome: 'done',
      value: resultCode === 0 ? payment('paid', heard) : payment('declined', heard, hex(resultCode)),
    };
  }

  return {
    async start(limits) {
      await register(limits);
      return { identity: 'ZVT' };
    },
    async checkHealth(limits) {
      await register(limits);
      return 'ZVT';
    },
    tasks: {
      pay: ({ amountCents }, limits, tell) => pay(amountCents, limits, tell),
      lastPayment: (_task, limits) => lastPayment(limits),
    },
  };
}

function payment(
  result: 'paid' | 'declined',
  { status, receipt }: Talk,
  code: string | null = null,
): DeviceTaskValue {
  return {
    kind: 'payment',
    result,
    amountCents: status?.amountCents ?? null,
    traceNumber: status?.traceNumber ?? null,
    at: status?.at ?? null,
    code,
    receipt: [...receipt],
  };
}

const hex = (code: number): string => code.toString(16).padStart(2, '0').toUpperCase();

function codeOf(end: Talk['end']): string {
  if (end === 'completed') return 'completed';
  return hex('abort' in end ? end.abort : end.refused);
}
