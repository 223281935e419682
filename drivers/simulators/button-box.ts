import type { SimulatedDevice } from './simulator.ts';

const INPUTS = 8;
/** As long as a finger stays down: a busy machine must not read its coming and going at one time, as a bounce. */
export const PRESS_MS = 250;

/** A Numato USB GPIO module with buttons that pull their input to ground. `send` brings bytes to the host. */
export function createSimulatedButtonBox(send: (bytes: Uint8Array) => void): SimulatedDevice {
  let levels = 0xff;
  let notify = false;
  let line = '';
  const timers = new Set<NodeJS.Timeout>();
  const say = (text: string) => send(Buffer.from(text, 'latin1'));
  const hex = (value: number) => value.toString(16).toUpperCase().padStart(2, '0');

  function setLevels(next: number) {
    if (next === levels) return;
    if (notify) say(`\n\r${hex(next)} ${hex(levels)} ${hex(0xff)}\n\r`);
    levels = next;
  }

  function answer(command: string): string {
    if (command === 'ver') return '00000008\n\r';
    if (command === 'id get') return '00000000\n\r';
    if (command === 'gpio readall') return `${hex(levels)}\n\r`;
    const read = /^gpio read ([0-7])$/.exec(command);
    if (read) return `${(levels >> Number(read[1])) & 1}\n\r`;
    if (command === 'gpio notify get') return `${notify ? 'enabled' : 'disabled'}\n\r`;
    if (command === 'gpio notify on') notify = true;
    if (command === 'gpio notify off') notify = false;
    return '';
  }

  return {
    receive(bytes) {
      for (const byte of bytes) {
        const letter = String.fromCharCode(byte);
        // The module echoes what it hears, then answers on a line of its own, then prompts.
        if (letter !== '\r') {
          line += letter;
          say(letter);
          continue;
        }
        const command = line.trim();
        line = '';
        say(`\n\r${answer(command)}>`);
      }
    },
    powerOff() {
      notify = false;
      line = '';
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
    command(text) {
      const match = /^(press|hold|release) ([1-8])$/.exec(text);
      if (!match) return undefined;
      const bit = 1 << (Number(match[2]) - 1);
      if (match[1] === 'release') setLevels(levels | bit);
      else setLevels(levels & ~bit);
      if (match[1] === 'press') {
        const timer = setTimeout(() => {
          timers.delete(timer);
          setLevels(levels | bit);
        }, PRESS_MS);
        timers.add(timer);
      }
      return 'ok';
    },
    help: [`press N                  hold N    release N    (buttons 1 to ${INPUTS})`],
  };
}
