import { encodePng } from '../raster/png.ts';
import { createHand, signature, tap, type Touch } from './hand.ts';
import { hidOnLine } from './hid-device.ts';
import { findWord, largestBlank } from './look.ts';
import type { SimulatedDevice } from './simulator.ts';
import { STU_SPECS, type StuSpec } from './stu-models.ts';
import { createStuPad, type Hang, type StuPad } from './stu-pad.ts';

const HANGS: Readonly<Record<string, Hang>> = { stuck: 'picture', hung: 'reset', dead: 'never' };

/** A simulated device with a screen. */
export interface ScreenDevice extends SimulatedDevice {
  /** As PNG. */
  screen(): Buffer;
}

/**
 * A Wacom STU pad (STU-540 until told otherwise) with a visitor before it. `send` brings bytes of the HID tunnel to the
 * host; `onScreen` follows the screen.
 */
export function createSimulatedPad(send: (bytes: Uint8Array) => void, onScreen: () => void): ScreenDevice {
  const line = hidOnLine(send);
  const hand = createHand(touched);
  let pad: StuPad = createStuPad(STU_SPECS['540'], onScreen);
  let touches = 0;
  let drop = 0;
  let swap = false;
  let held: Uint8Array | undefined;

  function touched({ x, y, force, near }: Touch) {
    const { maxX, maxY } = pad.spec;
    const report = pad.pen({
      near,
      down: force > 0,
      pressure: Math.round(force * 1023),
      x: Math.round(x * maxX),
      y: Math.round(y * maxY),
    });
    // Ink appears on the screen while the hand moves; four looks a second will do.
    touches += 1;
    if (!near || touches % 50 === 0) onScreen();
    if (drop > 0) {
      drop -= 1;
    } else if (swap) {
      swap = false;
      held = report;
    } else {
      line.input(report);
      if (held) line.input(held);
      held = undefined;
    }
  }

  /** Where on the screen, from 0 to 1, a word stands. */
  function wordAt(word: string): readonly [number, number] {
    const label = word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
    const found = findWord(pad.shown(), label);
    if (!found) throw new Error(`'${label}' is not on the screen of the pad`);
    const { width, height } = pad.spec;
    return [(found.left + found.width / 2) / width, (found.top + found.height / 2) / height];
  }

  function sign(count: number) {
    const { width, height } = pad.spec;
    const blank = largestBlank(pad.shown());
    hand.play(
      signature(
        {
          left: blank.left / width,
          top: blank.top / height,
          width: blank.width / width,
          height: blank.height / height,
        },
        count,
      ),
    );
  }

  function plugIn(spec: StuSpec | undefined): string {
    if (!spec) throw new Error(`models: ${Object.keys(STU_SPECS).join(', ')}`);
    pad.powerOff();
    pad = createStuPad(spec, onScreen);
    return 'ok';
  }

  function run(name: string, words: readonly string[]): string | undefined {
    const [first = '', second = ''] = words;
    switch (name) {
      case 'sign':
        sign(Number(first) || 240);
        return 'ok';
      case 'dot': {
        const blank = largestBlank(pad.shown());
        hand.play(tap((blank.left + blank.width / 2) / pad.spec.width, (blank.top + 5) / pad.spec.height));
        return 'ok';
      }
      case 'tap':
      case 'double': {
        const [x, y] =
          second === '' ? wordAt(first) : [Number(first) / pad.spec.width, Number(second) / pad.spec.height];
        hand.play(name === 'tap' ? tap(x, y) : [...tap(x, y), ...tap(x, y)]);
        return 'ok';
      }
      case 'pen-gone':
        hand.stop();
        return 'ok';
      case 'pace':
        hand.setPace(Number(first) || 200);
        return 'ok';
      case 'drop':
        drop = Number(first) || 1;
        return 'ok';
      case 'swap':
        swap = true;
        return 'ok';
      case 'model':
        return plugIn(Object.entries(STU_SPECS).find(([number]) => number === first)?.[1]);
      case 'name':
        return plugIn({ ...pad.spec, name: first.slice(0, 9) });
      case 'encodings':
        return plugIn({ ...pad.spec, encodings: Number.parseInt(first, 16) });
      case 'stuck':
      case 'hung':
      case 'dead':
        pad.hang(HANGS[name]!);
        return 'ok';
      case 'error':
        pad.failNext(Number.parseInt(first, 16));
        return 'ok';
      case 'hide':
        pad.hide(Number.parseInt(first, 16));
        return 'ok';
      case 'forget':
        pad.forget();
        return 'ok';
      case 'junk':
        line.input(Uint8Array.from({ length: Number(first) || 3 }, (_, at) => (at === 0 ? 1 : 0xaa)));
        return 'ok';
      case 'flash':
        return String(pad.flashWrites());
      default:
        return undefined;
    }
  }

  return {
    receive: (bytes) => line.receive(pad, bytes),
    screen: () => encodePng(pad.screen()),
    powerOff() {
      hand.stop();
      line.reset();
      [drop, swap, held] = [0, false, undefined];
      pad.powerOff();
    },
    command: (text) => {
      const [name = '', ...words] = text.split(/\s+/);
      return run(name, words);
    },
    help: [
      'sign [N]                 the visitor signs, with N reports     dot      touches the pad once',
      'tap akkoord              presses what stands on the screen (opnieuw, annuleren), or a place: tap X Y; double: twice',
      'pen-gone                 the pen is gone without a word        pace N   reports a second',
      'drop N                   the next N reports are lost           swap     the next two change places',
      'stuck   hung   dead      hangs, until 27 01, a reset, for ever error HH  the next command fails',
      'hide HH                  no longer answers this report         forget   loses its settings',
      'model N                  another pad: 300 430 500 520 530 540  junk N   a report of N bytes',
      'name NAME                a pad that calls itself so            encodings HH   one that takes these pictures',
      'flash                    how often its flash memory was written',
    ],
  };
}
