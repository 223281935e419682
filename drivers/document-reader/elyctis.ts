import { z } from 'zod';
import { type Cancel, every } from '../clock.ts';
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
import { mainLine } from './line-stream.ts';
import { createReadings, type Reading } from './readings.ts';

/** What IT may set. */
export const ElyctisSettings = z.strictObject({
  /**
   * Ask for the one line of a driving licence (command 4C) when the reader finds no other zone. Off saves the seconds of
   * a second reading where no licences come.
   */
  drivingLicence: z.boolean().default(true),
});

const ANSWER_MS = 1000;
const PARTIAL_MS = 2000;
const SILENCE_MS = 500;
/** The reader switches continuous mode off after each reading; at once on again, a document in the slot reads in a loop. */
const REARM_MS = 1000;
const ALIVE_MS = 10_000;
/** Recognising letters takes a slow reader three seconds. */
const LICENCE_MS = 4000;
/** Firmware that stays silent this often in a row does not know the command: it is not asked again. */
const LICENCE_SILENCES = 2;

/**
 * An Elyctis ID BOX on endpoint `main` (Scanner Command Set 1.7). Reads by itself in continuous mode; tells a document
 * once, and only when layout and all check digits fit (ICAO 9303).
 */
export function createElyctisReader(
  context: DriverContext,
  settings: z.output<typeof ElyctisSettings>,
): Driver {
  const transport = mainLine(context);
  const { clock, life } = context;
  const parser = createElyctisParser();
  const inbox = createInbox<ElyctisFrame>(clock, life);
  const readings = createReadings(context);
  const noise = createNoiseMeter(clock, life, (on) =>
    context.emit({ type: 'conditions', conditions: on ? ['noise'] : [] }),
  );
  let listening = false;
  let resyncing = false;
  let reading = false;
  let licenceSilences = 0;
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
      if (listening && frame.kind === 'message' && frame.command === 'I')
        void orFault(() => read(frame.payload));
      else inbox.push(frame);
    }
    partialTimer();
    // Half a machine readable zone is worth nothing, and its length could swallow the next one.
    if (parser.partial) partialTimer = clock.after(PARTIAL_MS, () => void orFault(recover));
  });

  async function read(payload: Uint8Array) {
    // It is one document, however often the reader sends it before it is armed again.
    if (reading) return;
    reading = true;
    rearmTimer();
    try {
      const reading = readings.judge(mrzLines(payload));
      readings.document(reading.result.ok ? reading : ((await licence()) ?? reading));
    } finally {
      reading = false;
      if (!life.aborted) rearmTimer = clock.after(REARM_MS, () => void orFault(arm));
    }
  }

  /** The one line of a driving licence, when that is what lies there. */
  async function licence(): Promise<Reading | undefined> {
    if (!settings.drivingLicence || licenceSilences >= LICENCE_SILENCES) return undefined;
    try {
      const answer = await ask('L', elyctisCommand('L'), { deadlineMs: LICENCE_MS, signal: life });
      licenceSilences = 0;
      const reading = readings.judge(mrzLines(answer));
      return reading.result.ok ? reading : undefined;
    } catch (error) {
      if (asFault(error).reason !== 'timeout') throw error;
      licenceSilences += 1;
      return undefined;
    }
  }

  async function ask(command: ElyctisCommand, bytes: Uint8Array, limits: Limits): Promise<Uint8Array> {
    const most = command === 'L' ? LICENCE_MS : ANSWER_MS;
    const within = { deadlineMs: Math.min(most, limits.deadlineMs), signal: limits.signal };
    const answer = inbox.next(
      `command ${command}`,
      (frame) => (frame.kind === 'message' && frame.command === command ? frame.payload : undefined),
      within,
    );
    answer.catch(() => {});
    await transport.write(bytes, within);
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
      await transport.write(RESYNC, limits);
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
          if (resyncing || reading || parser.partial) return;
          await askText('V', own());
          await arm();
        }),
      );
      return { identity: `${product} ${version}`.slice(0, 200) };
    },
    async checkHealth(limits) {
      const version = await askText('V', limits);
      if (!reading) await arm();
      return version;
    },
    async leave(limits) {
      await transport.write(continuousReading(false), limits);
    },
  };
}
