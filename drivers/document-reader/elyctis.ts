import { z } from 'zod';
import { parseMrz } from '../../shared/domain/mrz.ts';
import { type Cancel, every, today } from '../clock.ts';
import { asFault, DeviceFault, type Driver, type DriverContext, type Limits } from '../driver.ts';
import { createInbox, pause } from '../inbox.ts';
import { createNoiseMeter } from '../noise-meter.ts';
import {
  continuousReading,
  createElyctisParser,
  type ElyctisCommand,
  elyctisCommand,
  type ElyctisFrame,
  mrzLines,
  RESYNC,
} from '../protocol/elyctis.ts';
import type { Direction } from '../trace.ts';
import { createRepeatGuard } from './repeat-guard.ts';

/** The reader has nothing that IT must set. */
export const ElyctisSettings = z.strictObject({});

const ANSWER_MS = 1000;
const PARTIAL_MS = 2000;
const SILENCE_MS = 500;
/** The reader switches continuous mode off after each reading; at once on again, a document in the slot reads in a loop. */
const REARM_MS = 1000;
const ALIVE_MS = 10_000;
const SAME_DOCUMENT_MS = 5000;

/**
 * An Elyctis ID BOX on endpoint `main` (Scanner Command Set 1.7). Reads by itself in continuous mode; tells a document
 * once, and only when layout and all check digits fit (ICAO 9303).
 */
export function createElyctisReader(context: DriverContext): Driver {
  const transport = context.transports['main'];
  if (!transport) throw new DeviceFault('illegal', "endpoint 'main' is missing");
  const { clock, life } = context;
  const parser = createElyctisParser();
  const inbox = createInbox<ElyctisFrame>(clock, life);
  const guard = createRepeatGuard(clock, SAME_DOCUMENT_MS);
  const noise = createNoiseMeter(clock, life, (on) =>
    context.emit({ type: 'conditions', conditions: on ? ['noise'] : [] }),
  );
  let listening = false;
  let resyncing = false;
  let partialTimer: Cancel = () => {};
  let rearmTimer: Cancel = () => {};
  life.addEventListener('abort', () => {
    partialTimer();
    rearmTimer();
  });

  transport.onBytes((bytes) => {
    if (life.aborted || resyncing) return;
    for (const frame of parser.push(bytes)) {
      if (frame.kind === 'garbage') noise.count(frame.count);
      if (listening && frame.kind === 'message' && frame.command === 'I') reading(frame.payload);
      else inbox.push(frame);
    }
    partialTimer();
    // Half a machine readable zone is worth nothing, and its length could swallow the next one.
    if (parser.partial) partialTimer = clock.after(PARTIAL_MS, () => void orFault(recover));
  });

  function reading(payload: Uint8Array) {
    const lines = mrzLines(payload);
    const isNew = guard.isNew(lines.join('\n'));
    rearmTimer();
    rearmTimer = clock.after(REARM_MS, () => void orFault(arm));
    if (!isNew) return;
    const result = parseMrz(lines, today(clock));
    if (result.ok) context.emit({ type: 'documentRead', lines });
    else context.emit({ type: 'documentUnreadable', why: result.why });
  }

  async function ask(command: ElyctisCommand, bytes: Uint8Array, limits: Limits): Promise<Uint8Array> {
    const within = { deadlineMs: Math.min(ANSWER_MS, limits.deadlineMs), signal: limits.signal };
    const answer = inbox.next(
      `command ${command}`,
      (frame) => (frame.kind === 'message' && frame.command === command ? frame.payload : undefined),
      within,
    );
    answer.catch(() => {});
    await transport!.write(bytes, within);
    return answer;
  }

  async function askText(command: 'V' | 'W' | 'R' | 'T', limits: Limits): Promise<string> {
    const text = Buffer.from(await ask(command, elyctisCommand(command), limits))
      .toString('latin1')
      .trim();
    if (text === '' || /[^\x20-\x7e]/.test(text)) {
      throw new DeviceFault('illegal', `this is not an Elyctis reader: the answer to ${command} is no text`);
    }
    return text;
  }

  /** The vendor's way to agree again: one zero byte, then half a second in which nothing counts. */
  async function resync(limits: Limits) {
    resyncing = true;
    try {
      await transport!.write(RESYNC, limits);
      await pause(clock, SILENCE_MS, limits.signal);
    } finally {
      resyncing = false;
      parser.reset();
    }
  }

  const own = (): Limits => ({ deadlineMs: ANSWER_MS, signal: life });
  const arm = () => ask('C', continuousReading(true), own());
  async function recover() {
    parser.reset();
    await resync(own());
    await askText('V', own());
    await arm();
  }
  async function orFault(run: () => Promise<unknown>) {
    try {
      await run();
    } catch (error) {
      if (!life.aborted) context.emit({ type: 'fault', fault: asFault(error) });
    }
  }

  return {
    async start(limits) {
      await resync(limits);
      // Off first: with keyboard mode also on, the reader would type into whatever window is open.
      await ask('C', continuousReading(false), limits);
      const version = await askText('V', limits);
      await askText('W', limits);
      await askText('R', limits);
      const product = await askText('T', limits);
      listening = true;
      await arm();
      every(clock, ALIVE_MS, life, () =>
        orFault(async () => {
          if (resyncing || parser.partial) return;
          await askText('V', own());
          await arm();
        }),
      );
      return { identity: `${product} ${version}`.slice(0, 200) };
    },
    async checkHealth(limits) {
      const version = await askText('V', limits);
      await arm();
      return version;
    },
  };
}

/** Everything that could be a letter of a machine readable zone is masked; lengths stay. */
export function redactReader(direction: Direction, bytes: Uint8Array): Uint8Array {
  if (direction === 'sent') return bytes;
  return bytes.map((byte) => (/[0-9A-Z<]/.test(String.fromCharCode(byte)) ? 0x78 : byte));
}
