import type { DeviceCondition } from '../../shared/contract/device-protocol.ts';
import type { Cancel } from '../clock.ts';
import { type DriverContext, DeviceFault, type Limits, type Transport } from '../driver.ts';
import { createInbox, type Inbox } from '../inbox.ts';
import { escpos } from '../protocol/escpos-commands.ts';
import {
  conditionsOfAsb,
  conditionsOfFullStatus,
  conditionsOfRealtime,
  type PrinterCondition,
} from '../protocol/escpos-conditions.ts';
import { createEscposStatusParser, type EscposFrame } from '../protocol/escpos-status.ts';
import { createNoiseMeter } from '../noise-meter.ts';
import type { PrinterProfile } from './profiles.ts';

/** How long a printer may think about a status question, in milliseconds; Epson answers within 250. */
const ANSWER_MS = 1000;
/** An answer that stopped halfway is given up after this, so that the question behind it still has time. */
const SILENCE_MS = 500;

/** Questions to an ESC/POS printer and what it says by itself, during one connection. */
export interface PrinterLink {
  readonly inbox: Inbox<EscposFrame>;
  readonly conditions: ReadonlySet<PrinterCondition>;
  /** Custom kiosk: a ticket waits in the mouth. */
  readonly ticketPresent: boolean;
  send(bytes: Uint8Array, limits: Limits): Promise<void>;
  /** DLE EOT n. One question at a time: the answer does not say which question it belongs to. */
  realtime(n: 1 | 2 | 3 | 4, limits: Limits): Promise<number>;
  /** Asks the whole state in real time and tells the conditions. */
  poll(limits: Limits): Promise<void>;
  /** Adds a condition that the printer itself cannot tell. */
  mark(condition: DeviceCondition, on: boolean): void;
}

/** Starts listening at once; conditions and noise are told through the context. */
export function createPrinterLink(
  transport: Transport,
  profile: PrinterProfile,
  context: DriverContext,
): PrinterLink {
  const { clock, life } = context;
  const parser = createEscposStatusParser({ fullStatus: profile.fullStatus });
  const inbox = createInbox<EscposFrame>(clock, life);
  const marks = new Set<DeviceCondition>();
  let conditions: ReadonlySet<PrinterCondition> = new Set();
  let ticketPresent = false;
  let told = '';
  let turn: Promise<unknown> = Promise.resolve();
  let stopTimer: Cancel = () => {};
  const noise = createNoiseMeter(clock, life, (on) => mark('noise', on));

  transport.onBytes((bytes) => {
    if (life.aborted) return;
    receive(parser.push(bytes));
  });
  life.addEventListener('abort', () => stopTimer(), { once: true });

  function receive(frames: EscposFrame[]) {
    for (const frame of frames) {
      if (frame.kind === 'garbage') noise.count(frame.count);
      if (frame.kind === 'asb') update(conditionsOfAsb(frame.bytes));
      if (frame.kind === 'fullStatus') {
        const status = conditionsOfFullStatus(frame.bytes);
        ticketPresent = status.ticketPresent;
        update(status.conditions);
      }
      inbox.push(frame);
    }
    stopTimer();
    if (parser.partial) stopTimer = clock.after(SILENCE_MS, () => receive(parser.giveUp()));
  }

  function update(now: readonly PrinterCondition[]) {
    conditions = new Set(now);
    tell();
  }

  function mark(condition: DeviceCondition, on: boolean) {
    if (on) marks.add(condition);
    else marks.delete(condition);
    tell();
  }

  function tell() {
    const all = [...conditions, ...marks];
    if (all.join() === told) return;
    told = all.join();
    context.emit({ type: 'conditions', conditions: all });
  }

  /** Runs one question after the other. */
  function inTurn<T>(ask: () => Promise<T>): Promise<T> {
    const answer = turn.then(ask);
    turn = answer.catch(() => {});
    return answer;
  }

  async function ask<T>(
    question: Uint8Array,
    what: string,
    match: (frame: EscposFrame) => T | undefined,
    limits: Limits,
  ) {
    const within = { deadlineMs: Math.min(ANSWER_MS, limits.deadlineMs), signal: limits.signal };
    // Wait before asking: the answer can come before the write has been confirmed.
    const answer = inbox.next(what, match, within);
    answer.catch(() => {});
    await transport.write(question, within);
    return answer;
  }

  const realtime = (n: 1 | 2 | 3 | 4, limits: Limits) =>
    inTurn(() =>
      ask(
        escpos.realtimeStatus(n),
        `DLE EOT ${n}`,
        (frame) => (frame.kind === 'realtime' ? frame.byte : undefined),
        limits,
      ),
    );

  return {
    inbox,
    get conditions() {
      return conditions;
    },
    get ticketPresent() {
      return ticketPresent;
    },
    send: (bytes, limits) => transport.write(bytes, limits),
    realtime,
    async poll(limits) {
      if (profile.fullStatus) {
        await inTurn(() =>
          ask(
            escpos.fullStatus(),
            'DLE EOT 20',
            (frame) => (frame.kind === 'fullStatus' ? true : undefined),
            limits,
          ),
        );
        return;
      }
      const offline = await realtime(2, limits);
      const error = (offline & 0x40) === 0 ? 0x12 : await realtime(3, limits);
      const roll = await realtime(4, limits);
      if (life.aborted) throw new DeviceFault('closed', 'the connection ended');
      update(conditionsOfRealtime(offline, error, roll));
    },
    mark,
  };
}
