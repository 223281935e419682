import { readFileSync } from 'node:fs';
import { VC0706 } from '../protocol/vc0706.ts';
import type { SimulatedDevice } from './simulator.ts';

/** One pixel of grey: the smallest whole JPEG, shown until a file is given. */
const GREY = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z',
  'base64',
);
const BOOT_TEXT = 'VC0703 1.00\r\nCtrl infr exist\r\nInit end\r\n';

/** A VC0706 camera that sees a JPEG file. `send` brings bytes to the host. */
export function createSimulatedCamera(send: (bytes: Uint8Array) => void): SimulatedDevice {
  let view = Buffer.from(GREY);
  let frozen: Buffer | undefined;
  let input: number[] = [];
  let loses = 0;
  let refuses = false;
  let dropsTrailer = false;
  /** How many parts from now the trailer is late; 0: none. */
  let lateTrailerIn = 0;
  let owesTrailer = false;
  let moves = false;

  const answer = (command: number, data: readonly number[] = [], status = 0) =>
    send(Uint8Array.of(0x76, 0x00, command, status, data.length, ...data));
  const number = (bytes: readonly number[]) => Buffer.from(bytes).readUInt32BE(0);

  function run(command: number, args: readonly number[]) {
    if (owesTrailer) answer(VC0706.read);
    owesTrailer = false;
    if (moves) send(Uint8Array.of(0x76, 0x00, VC0706.motionTold, 0x00));
    if (refuses) return answer(command, [], 0x04);
    switch (command) {
      case VC0706.version:
        return answer(command, [...Buffer.from('VC0703 1.00')]);
      case VC0706.reset:
        send(Uint8Array.of(0x76, 0x00, command, 0x00));
        send(Buffer.from(BOOT_TEXT));
        frozen = undefined;
        return;
      case VC0706.frame:
        // A frozen frame stays until video resumes.
        if (args[0] === 0x00) frozen ??= Buffer.from(view);
        if (args[0] === 0x03) frozen = undefined;
        return answer(command);
      case VC0706.length: {
        const length = Buffer.alloc(4);
        length.writeUInt32BE(frozen?.length ?? 0);
        return answer(command, [...length]);
      }
      case VC0706.read: {
        const at = number(args.slice(2, 6));
        const count = number(args.slice(6, 10));
        const part = Buffer.alloc(count);
        frozen?.copy(part, 0, at, at + count);
        answer(command);
        const lost = Math.min(loses, count);
        loses = 0;
        send(part.subarray(0, count - lost));
        owesTrailer = lateTrailerIn === 1;
        if (lateTrailerIn > 0) lateTrailerIn -= 1;
        if (!owesTrailer && !dropsTrailer) answer(command);
        dropsTrailer = false;
        return;
      }
      case VC0706.motion:
        moves = args[0] === 0x01;
        return answer(command);
      default:
        return answer(command);
    }
  }

  const set: Readonly<Record<string, () => void>> = {
    'refuse on': () => (refuses = true),
    'refuse off': () => (refuses = false),
    'drop trailer': () => (dropsTrailer = true),
    'motion on': () => (moves = true),
  };

  return {
    receive(bytes) {
      input.push(...bytes);
      for (;;) {
        const begin = input.indexOf(0x56);
        if (begin < 0) {
          input = [];
          return;
        }
        input = input.slice(begin);
        const count = input[3];
        if (count === undefined || input.length < 4 + count) return;
        const [, , command = 0] = input;
        const args = input.slice(4, 4 + count);
        input = input.slice(4 + count);
        run(command, args);
      }
    },
    powerOff() {
      input = [];
      frozen = undefined;
      send(Buffer.from(BOOT_TEXT));
    },
    command(line) {
      const file = /^see (.+)$/.exec(line)?.[1];
      if (file !== undefined) {
        view = readFileSync(file);
        return 'ok';
      }
      const lost = /^lose (\d+)$/.exec(line)?.[1];
      if (lost !== undefined) {
        loses = Number(lost);
        return 'ok';
      }
      const late = /^late trailer (\d+)$/.exec(line)?.[1];
      if (late !== undefined) {
        lateTrailerIn = Number(late);
        return 'ok';
      }
      const change = set[line];
      change?.();
      return change && 'ok';
    },
    help: [
      'see FILE.jpg             what is before the camera from now on',
      'lose N                   bytes of the next part       drop trailer    of the next part',
      'late trailer N           of the Nth part from now: after the next question',
      'refuse on|off            not possible now             motion on       tells of movement',
    ],
  };
}
