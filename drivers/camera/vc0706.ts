import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { DeviceTaskStage } from '../../shared/contract/device-task.ts';
import { createByteQueue } from '../byte-queue.ts';
import { asFault, DeviceFault, type Driver, type DriverContext, type Limits } from '../driver.ts';
import { pause } from '../inbox.ts';
import {
  isWholeJpeg,
  MOST_JPEG_BYTES,
  VC0706,
  vc0706,
  vc0706Ends,
  vc0706Status,
} from '../protocol/vc0706.ts';
import type { Redact } from '../trace.ts';

/** Uncertain: newer chips take larger pictures with a command of their own; those are not supported. */
export const Vc0706Settings = z.strictObject({
  size: z.enum(['640x480', '320x240', '160x120']).default('640x480'),
  /** Bytes a time, a multiple of 8; smaller on a line that loses bytes. */
  partBytes: z.int().min(32).max(8192).multipleOf(8).default(512),
});
export type Vc0706Settings = z.infer<typeof Vc0706Settings>;

const ANSWER_MS = 500;
const BOOT_MS = 3000;
const RENEW_MS = 200;
const DRAIN_MS = 100;
const TRIES = 3;
/** The last line of what a camera says when it starts; its size and its silence about movement are gone then. */
const BOOT_END = 'Init end';
/** Slowest line there is, 9600 baud; a part may take this long. Milliseconds per byte. */
const MS_PER_BYTE = 1.05;

/**
 * A VC0706 camera on endpoint `main`. Its pictures are too small for a passport (ICAO 9303 wants 551 x 709 pixels after cutting
 * out): for other papers, and for trying the step.
 */
export function createVc0706(context: DriverContext, settings: Vc0706Settings): Driver {
  const transport = context.transports['main'];
  if (!transport) throw new DeviceFault('illegal', "endpoint 'main' is missing");
  const { clock, life } = context;
  const queue = createByteQueue(clock, life);
  const lose = (fault: DeviceFault) => context.emit({ type: 'fault', fault });
  let lastHash = '';
  /** Ready and nothing asked: what the camera says now it says by itself. */
  let idle = false;
  let said = '';
  transport.onBytes((bytes) => {
    queue.push(bytes);
    if (!idle) return;
    said = (said + Buffer.from(bytes).toString('latin1')).slice(-BOOT_END.length * 2);
    if (said.includes(BOOT_END))
      lose(new DeviceFault('offline', 'the camera was without power and begins anew'));
  });

  /** The answer to a command, past what the camera says by itself and past answers that came too late. */
  async function answer(command: number, limits: Limits): Promise<Uint8Array> {
    for (;;) {
      let [byte] = await queue.read(1, limits);
      while (byte !== 0x76) [byte] = await queue.read(1, limits);
      const [, told = 0, status = 0] = await queue.read(3, limits);
      if (told === VC0706.motionTold) continue;
      const [size = 0] = told === VC0706.reset ? [] : await queue.read(1, limits);
      const data = await queue.read(size, limits);
      if (told !== command) continue;
      if (status !== 0) throw new DeviceFault('failure', `the camera says: ${vc0706Status(status)}`);
      return data;
    }
  }

  /** A cancelled task still hears this answer, or the next command would take it for its own. */
  async function ask(bytes: Uint8Array, { signal }: Limits, deadlineMs = ANSWER_MS): Promise<Uint8Array> {
    signal.throwIfAborted();
    const within = { deadlineMs, signal: life };
    queue.wipe();
    await transport!.write(bytes, within);
    return answer(bytes[2] ?? 0, within);
  }

  /** The header stands before and after the picture's bytes; both count. */
  async function readPart(address: number, count: number, limits: Limits): Promise<Uint8Array> {
    const within = { deadlineMs: 300 + count * MS_PER_BYTE + ANSWER_MS, signal: life };
    await ask(vc0706.readPart(address, count), limits, within.deadlineMs);
    const part = await queue.read(count, within);
    // Not searched for: bytes of an earlier answer in front would have moved the picture by as many.
    if (!vc0706Ends(await queue.read(5, within)))
      throw new DeviceFault('failure', 'the camera gave a part that does not end where it should');
    return part;
  }

  async function readPartSafely(address: number, count: number, limits: Limits): Promise<Uint8Array> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await readPart(address, count, limits);
      } catch (error) {
        if (attempt === TRIES || limits.signal.aborted || life.aborted) throw error;
        // The frame is still frozen: the same part is asked again.
        await queue.drainUntilQuiet(DRAIN_MS, limits.signal);
      }
    }
  }

  async function readPicture(limits: Limits, tell: (stage: DeviceTaskStage) => void): Promise<Buffer> {
    const length = Buffer.from(await ask(vc0706.pictureLength(), limits));
    const total = length.length === 4 ? length.readUInt32BE(0) : 0;
    if (total === 0 || total > MOST_JPEG_BYTES)
      throw new DeviceFault('failure', `the camera tells a picture of ${total} bytes`);
    const picture = Buffer.alloc(total);
    for (let at = 0; at < total; at += settings.partBytes) {
      const left = Math.min(settings.partBytes, total - at);
      const part = await readPartSafely(at, Math.ceil(left / 8) * 8, limits);
      picture.set(part.subarray(0, left), at);
      tell({ name: 'reading', percent: Math.round(((at + left) / total) * 100) });
    }
    return picture;
  }

  async function takeFrame(limits: Limits, tell: (stage: DeviceTaskStage) => void): Promise<Buffer> {
    await ask(vc0706.takePicture(), limits);
    try {
      for (let attempt = 1; ; attempt += 1) {
        const picture = await readPicture(limits, tell);
        if (isWholeJpeg(picture)) return picture;
        if (attempt === 2) throw new DeviceFault('failure', 'the camera gave half a picture, twice');
      }
    } finally {
      // Always: without it the next photo is this one again.
      await ask(vc0706.resume(), { deadlineMs: ANSWER_MS, signal: life }).catch(() => {});
    }
  }

  async function capture(limits: Limits, tell: (stage: DeviceTaskStage) => void): Promise<Buffer> {
    tell({ name: 'preparing' });
    for (let attempt = 1; ; attempt += 1) {
      const picture = await takeFrame(limits, tell);
      const hash = createHash('sha256').update(picture).digest('hex');
      if (hash !== lastHash || attempt === 2) {
        lastHash = hash;
        return picture;
      }
      await pause(clock, RENEW_MS, limits.signal);
    }
  }

  return {
    async start(limits) {
      const version = Buffer.from(await ask(vc0706.version(), limits, BOOT_MS))
        .toString('latin1')
        .trim();
      if (version === '' || /[^\x20-\x7e]/.test(version))
        throw new DeviceFault('illegal', 'this is not a VC0706 camera: its version is no text');
      await ask(vc0706.motionOff(), limits);
      await ask(vc0706.size(settings.size), limits);
      // A size holds only after a reset; then it boots with some lines of text.
      await ask(vc0706.reset(), limits);
      await queue.drain(BOOT_MS, limits.signal);
      await ask(vc0706.motionOff(), limits);
      idle = true;
      return { identity: version };
    },
    checkHealth: async (limits) =>
      Buffer.from(await ask(vc0706.version(), limits))
        .toString('latin1')
        .trim(),
    tasks: {
      async capturePhoto(_task, limits, tell) {
        idle = false;
        said = '';
        try {
          const picture = await capture(limits, tell);
          return { outcome: 'done', value: { kind: 'photo', jpeg: picture.toString('base64') } };
        } catch (error) {
          // Silence, after every part was asked three times: a new port, and the whole set-up again.
          if (asFault(error).reason === 'timeout') lose(asFault(error));
          throw error;
        } finally {
          queue.wipe();
          idle = true;
        }
      },
    },
  };
}

/** An answer that is longer is none: the text of a version, the length of a picture. */
const LONGEST_ANSWER = 32;

/** Pictures stay out: kept is what answers our last command by its head, and after version and length also its data. */
export function vc0706Redactor(): Redact {
  let asked = 0;
  let at = 0;
  let data = 0;
  return (direction, bytes) => {
    if (direction === 'sent') {
      [asked, at] = [bytes[2] ?? 0, 0];
      return bytes;
    }
    return bytes.map((byte) => {
      const fits = at < 3 ? byte === [0x76, 0x00, asked][at] : at < 5 || data > 0;
      if (!fits) {
        at = 0;
        return 0;
      }
      if (at === 4) data = asked === VC0706.read || byte > LONGEST_ANSWER ? 0 : byte;
      else if (at > 4) data -= 1;
      at = at >= 4 && data === 0 ? 0 : at + 1;
      return byte;
    });
  };
}
