import { z } from 'zod';
import type { DeviceTaskEnd, DeviceTaskStage } from '../../shared/contract/device-task.ts';
import { asFault, DeviceFault, type Driver, type DriverContext, type Limits } from '../driver.ts';
import { pause } from '../inbox.ts';
import { createNoiseMeter } from '../noise-meter.ts';
import {
  createZfmParser,
  ZFM,
  ZFM_AWAKE,
  ZFM_CODE,
  ZFM_PACKET,
  zfmPacket,
  type ZfmPacket,
} from '../protocol/zfm20.ts';
import { encodePng } from '../raster/png.ts';
import type { Redact } from '../trace.ts';
import { fingerPicture, fingerQuality } from './finger-image.ts';

/**
 * Fingerprints are biometric data (GDPR article 9): without a purpose in the configuration the reader does not start. Dutch passports
 * and identity cards take theirs on the station of RvIG, never here.
 */
export const Zfm20Settings = z.strictObject({
  /** What the fingerprints are for; goes into the audit log with each capture. */
  purpose: z.string().min(10).max(200),
  /** Four bytes, hexadecimal. */
  password: z
    .string()
    .regex(/^[0-9a-f]{8}$/i)
    .default('00000000'),
});
export type Zfm20Settings = z.infer<typeof Zfm20Settings>;

const ANSWER_MS = 1000;
/** Between two bytes of a picture; longer is a picture that broke off. */
const SILENCE_MS = 500;
const POLL_MS = 200;
const SETTLE_MS = 250;
const MOST_IMAGE_BYTES = 40_000;
const TRIES = 3;
/** Unanswered questions in a row after which the line is opened anew. */
const SILENCES = 3;
/** Packets of 128 bytes: the number of the parameter and its value. */
const PACKET_SIZE = [0x06, 0x02] as const;

/** A module of the ZFM-20 family on endpoint `main`. Pictures live in memory alone and are overwritten with the task. */
export function createZfm20(context: DriverContext, settings: Zfm20Settings): Driver {
  const transport = context.transports['main'];
  if (!transport) throw new DeviceFault('illegal', "endpoint 'main' is missing");
  const { clock, life } = context;
  const parser = createZfmParser();
  const noise = createNoiseMeter(clock, life, (on) =>
    context.emit({ type: 'conditions', conditions: on ? ['noise'] : [] }),
  );
  /** Packets nobody asked for yet; a picture comes in one go after its acknowledgement. */
  let waiting: ZfmPacket[] = [];
  let wake: () => void = () => {};

  let started = false;
  let silences = 0;
  transport.onBytes((bytes) => {
    if (started && !parser.partial && Buffer.compare(bytes, ZFM_AWAKE) === 0)
      return lose(new DeviceFault('offline', 'the module was without power and begins anew'));
    const before = parser.garbage;
    waiting.push(...parser.push(bytes));
    if (parser.garbage > before) noise.count(parser.garbage - before);
    // Bounded: more than a picture is nothing we asked for.
    if (waiting.length > 1000) waiting = [];
    wake();
    return undefined;
  });
  const lose = (fault: DeviceFault) => context.emit({ type: 'fault', fault });

  function next(deadlineMs: number, signal: AbortSignal): Promise<ZfmPacket> {
    return new Promise((resolve, reject) => {
      const end = () => {
        cancel();
        wake = () => {};
        for (const one of [signal, life]) one.removeEventListener('abort', look);
      };
      const cancel = clock.after(deadlineMs, () => {
        end();
        reject(new DeviceFault('timeout', `no answer in ${deadlineMs} ms`));
      });
      const look = () => {
        const aborted = [life, signal].find((one) => one.aborted);
        const packet = waiting.shift();
        if (!aborted && !packet) return;
        end();
        if (packet && !aborted) resolve(packet);
        else reject(asFault(aborted?.reason));
      };
      wake = look;
      for (const one of [signal, life]) one.addEventListener('abort', look, { once: true });
      look();
    });
  }

  /**
   * Sends a command; answers the confirmation code and what came with it. A cancelled task still hears this answer, or the
   * next command would take it for its own.
   */
  async function ask(payload: readonly number[], signal: AbortSignal) {
    signal.throwIfAborted();
    waiting = [];
    await transport!.write(zfmPacket(ZFM_PACKET.command, payload), { deadlineMs: ANSWER_MS, signal: life });
    try {
      for (;;) {
        const packet = await next(ANSWER_MS, life);
        if (packet.kind !== ZFM_PACKET.acknowledge) continue;
        const [code = 0xff, ...data] = packet.payload;
        silences = 0;
        return { code, data };
      }
    } catch (error) {
      silences += 1;
      if (started && silences === SILENCES) lose(asFault(error));
      throw error;
    }
  }

  async function must(payload: readonly number[], signal: AbortSignal) {
    const { code, data } = await ask(payload, signal);
    if (code === ZFM_CODE.ok) return data;
    const what = (payload[0] ?? 0).toString(16).padStart(2, '0');
    throw new DeviceFault(
      code === ZFM_CODE.wrongPassword ? 'noPermission' : 'failure',
      code === ZFM_CODE.wrongPassword
        ? 'the module wants another password'
        : `the module answered ${code.toString(16).padStart(2, '0')} to ${what}`,
    );
  }

  async function verify(signal: AbortSignal) {
    await must([ZFM.verifyPassword, ...Buffer.from(settings.password, 'hex')], signal);
  }

  /** Looks every fifth of a second whether a finger lies there; resolves when that is `wanted`. */
  async function finger(wanted: 'there' | 'lifted', signal: AbortSignal) {
    for (;;) {
      const { code } = await ask([ZFM.takeImage], signal);
      if (code === ZFM_CODE.ok && wanted === 'there') return;
      if (code === ZFM_CODE.noFinger && wanted === 'lifted') return;
      await pause(clock, POLL_MS, signal);
    }
  }

  /** The picture in the module's buffer; what is broken off or damaged is asked once more, it is still there. */
  async function upload(signal: AbortSignal): Promise<Uint8Array> {
    for (let attempt = 1; ; attempt += 1) {
      const image = new Uint8Array(MOST_IMAGE_BYTES);
      let size = 0;
      const garbage = parser.garbage;
      try {
        await must([ZFM.uploadImage], signal);
        for (;;) {
          const { kind, payload } = await next(SILENCE_MS, signal);
          if (kind !== ZFM_PACKET.data && kind !== ZFM_PACKET.lastData) continue;
          if (size + payload.length > image.length)
            throw new DeviceFault('failure', 'the picture does not end');
          image.set(payload, size);
          size += payload.length;
          payload.fill(0);
          if (kind === ZFM_PACKET.lastData) break;
        }
        if (parser.garbage > garbage) throw new DeviceFault('failure', 'the picture came damaged');
        return image.slice(0, size);
      } catch (error) {
        if (attempt === TRIES || signal.aborted || life.aborted) throw error;
        await pause(clock, SILENCE_MS, signal);
        parser.reset();
      } finally {
        image.fill(0);
      }
    }
  }

  async function capture(limits: Limits, tell: (stage: DeviceTaskStage) => void): Promise<DeviceTaskEnd> {
    const { signal } = limits;
    // A finger that still lies there is the one of before.
    tell({ name: 'liftFinger' });
    await finger('lifted', signal);
    for (;;) {
      tell({ name: 'placeFinger' });
      await finger('there', signal);
      const { code } = await ask([ZFM.toFeatures, 1], signal);
      if (code === ZFM_CODE.ok) break;
      if (code !== ZFM_CODE.tooMessy && code !== ZFM_CODE.tooFewPoints)
        throw new DeviceFault('failure', `the module cannot use the picture (${code})`);
      tell({ name: 'again' });
      await finger('lifted', signal);
    }
    tell({ name: 'reading' });
    const bytes = await upload(signal);
    const picture = fingerPicture(bytes);
    bytes.fill(0);
    if (!picture)
      throw new DeviceFault('failure', `a picture of ${bytes.length} bytes is of no size we know`);
    const value = {
      kind: 'finger' as const,
      png: encodePng(picture).toString('base64'),
      quality: fingerQuality(picture),
    };
    picture.ink.fill(0);
    tell({ name: 'liftFinger' });
    await finger('lifted', signal);
    return { outcome: 'done', value };
  }

  return {
    async start({ signal }) {
      await verify(signal);
      const parameters = await must([ZFM.readParameters], signal);
      if (parameters.length !== 16)
        throw new DeviceFault('illegal', 'this is not a ZFM-20 module: its parameters have another length');
      await must([ZFM.setParameter, ...PACKET_SIZE], signal);
      await pause(clock, SETTLE_MS, signal);
      started = true;
      return { identity: `ZFM-20, system ${Buffer.from(parameters).toString('hex', 2, 4)}` };
    },
    async checkHealth({ signal }) {
      await verify(signal);
      return 'ZFM-20';
    },
    tasks: {
      captureFinger: (_task, limits, tell) =>
        capture(limits, tell).finally(() => {
          for (const { payload } of waiting) payload.fill(0);
          waiting = [];
          parser.reset();
        }),
    },
  };
}

const HEAD = [0xef, 0x01];
const HEAD_LENGTH = 9;
/** The longest answer is that to 0F: a code, 16 bytes and the sum. */
const LONGEST_ANSWER = 19;

/** Fingers and passwords stay out: of each packet the head is kept, and of an answer what is in it. */
export function zfm20Redactor(): Redact {
  const masks = { sent: packetMask(), received: packetMask() };
  return (direction, bytes) => bytes.map(masks[direction]);
}

function packetMask(): (byte: number) => number {
  let at = 0;
  let kind = 0;
  let length = 0;
  let command = 0;
  return (byte) => {
    const place = at;
    if (place < HEAD.length && byte !== HEAD[place]) {
      at = 0;
      return 0;
    }
    at += 1;
    if (place === 6) kind = byte;
    if (place === 7) length = byte << 8;
    if (place === 8) length |= byte;
    if (place === HEAD_LENGTH) command = byte;
    if (place >= HEAD_LENGTH - 1 && at >= HEAD_LENGTH + length) at = 0;
    if (place < HEAD_LENGTH) return byte;
    const isAnswer = kind === ZFM_PACKET.acknowledge && length <= LONGEST_ANSWER;
    const isOpen = place === HEAD_LENGTH || command !== ZFM.verifyPassword;
    return isAnswer || (kind === ZFM_PACKET.command && isOpen) ? byte : 0;
  };
}
