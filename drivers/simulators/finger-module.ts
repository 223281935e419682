import { createZfmParser, ZFM, ZFM_AWAKE, ZFM_CODE, ZFM_PACKET, zfmPacket } from '../protocol/zfm20.ts';
import type { SimulatedDevice } from './simulator.ts';

const WIDTH = 256;
const HEIGHT = 288;
const PACKET_BYTES = 128;
/** Status, system id, capacity, security, address, packet size, baud: as a ZFM-20 tells them. */
const PARAMETERS = [0, 0, 0, 9, 0x03, 0xe8, 0, 3, 0xff, 0xff, 0xff, 0xff, 0, 2, 0, 6];

/** Rings around a point, fading at the edge: a made-up finger, of nobody. */
function rings(): Uint8Array {
  const bytes = new Uint8Array((WIDTH * HEIGHT) / 2);
  const grey = (x: number, y: number): number => {
    const far = Math.hypot(x - WIDTH / 2, (y - HEIGHT / 2) * 0.8);
    const pressed = Math.min(1, Math.max(0, (150 - far) / 20));
    return Math.round(15 - pressed * (7.5 + 7.5 * Math.sin(far / 1.6)));
  };
  for (let at = 0; at < bytes.length; at += 1) {
    const [x, y] = [(at * 2) % WIDTH, Math.floor((at * 2) / WIDTH)];
    bytes[at] = (grey(x, y) << 4) | grey(x + 1, y);
  }
  return bytes;
}

/** A ZFM-20 module with a made-up finger. `send` brings bytes to the host. */
export function createSimulatedFingerModule(send: (bytes: Uint8Array) => void): SimulatedDevice {
  const parser = createZfmParser();
  const image = rings();
  let finger: 'away' | 'good' | 'messy' = 'away';
  let password = [0, 0, 0, 0];
  let corrupts = false;
  let stopsAfter = Number.POSITIVE_INFINITY;
  /** After power comes on it wants its password before anything else. */
  let locked = true;

  const answer = (code: number, ...data: number[]) =>
    send(zfmPacket(ZFM_PACKET.acknowledge, [code, ...data]));

  function upload() {
    answer(ZFM_CODE.ok);
    const packets = Math.ceil(image.length / PACKET_BYTES);
    for (let at = 0; at < packets && at < stopsAfter; at += 1) {
      const part = [...image.subarray(at * PACKET_BYTES, (at + 1) * PACKET_BYTES)];
      const packet = zfmPacket(at === packets - 1 ? ZFM_PACKET.lastData : ZFM_PACKET.data, part);
      if (corrupts && at === 3) packet[packet.length - 1] = (packet[packet.length - 1] ?? 0) ^ 0x55;
      send(packet);
    }
    corrupts = false;
    stopsAfter = Number.POSITIVE_INFINITY;
  }

  function run([command = 0, ...args]: readonly number[]) {
    if (locked && command !== ZFM.verifyPassword) return answer(ZFM_CODE.passwordFirst);
    switch (command) {
      case ZFM.verifyPassword:
        locked = args.join() !== password.join();
        return answer(locked ? ZFM_CODE.wrongPassword : ZFM_CODE.ok);
      case ZFM.readParameters:
        return answer(ZFM_CODE.ok, ...PARAMETERS);
      case ZFM.takeImage:
        return answer(finger === 'away' ? ZFM_CODE.noFinger : ZFM_CODE.ok);
      case ZFM.toFeatures:
        return answer(finger === 'messy' ? ZFM_CODE.tooMessy : ZFM_CODE.ok);
      case ZFM.uploadImage:
        return upload();
      default:
        return answer(ZFM_CODE.ok);
    }
  }

  const set: Readonly<Record<string, () => void>> = {
    'finger on': () => (finger = 'good'),
    'finger messy': () => (finger = 'messy'),
    'finger off': () => (finger = 'away'),
    'corrupt sum': () => (corrupts = true),
  };

  return {
    receive(bytes) {
      for (const { kind, payload } of parser.push(bytes)) if (kind === ZFM_PACKET.command) run([...payload]);
    },
    powerOff() {
      parser.reset();
      locked = true;
      send(ZFM_AWAKE);
    },
    command(line) {
      const after = /^stop after (\d+)$/.exec(line)?.[1];
      const secret = /^password ([0-9a-f]{8})$/.exec(line)?.[1];
      if (after !== undefined) stopsAfter = Number(after);
      else if (secret !== undefined) password = [...Buffer.from(secret, 'hex')];
      else {
        const change = set[line];
        change?.();
        return change && 'ok';
      }
      return 'ok';
    },
    help: [
      'finger on|messy|off      what lies on the glass       password HEX8',
      'corrupt sum              of a packet of the next picture',
      'stop after N             packets of the next picture',
    ],
  };
}
