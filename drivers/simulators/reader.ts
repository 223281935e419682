import type { SimulatedDevice } from './simulator.ts';

const text = (value: string) => Buffer.from(value, 'latin1');
const message = (command: string, payload: Uint8Array) =>
  Uint8Array.of(command.charCodeAt(0), payload.length >> 8, payload.length & 0xff, ...payload);

/** An Elyctis ID BOX, Scanner Command Set 1.7. `send` brings bytes to the host. */
export function createSimulatedReader(send: (bytes: Uint8Array) => void): SimulatedDevice {
  let document: readonly string[] | undefined;
  let continuous = false;
  let cutShort = false;
  let held: number[] = [];
  const texts: Readonly<Record<string, string>> = {
    V: 'OCR 5.04.01',
    W: 'NNA 1.12',
    R: 'SIM000001',
    T: 'ID BOX Scanner',
  };

  /** Always three line ends; a document of two lines ends with an empty third one. */
  const payload = () => {
    const lines = document ?? [];
    return text([0, 1, 2].map((index) => `${lines[index] ?? ''}\r`).join(''));
  };

  function read(command: 'I' | 'L') {
    const bytes = message(command, payload());
    send(cutShort ? bytes.slice(0, bytes.length / 2) : bytes);
    cutShort = false;
  }

  /** Continuous mode ends with the reading; a document still in the slot is read again once it is on again. */
  function readByItself() {
    if (!continuous || document === undefined) return;
    continuous = false;
    read('I');
  }

  function execute(command: string, data: readonly number[]) {
    const known = texts[command];
    if (known !== undefined) send(message(command, text(known)));
    else if (command === 'I' || command === 'L') read(command);
    else if (command === 'C') {
      continuous = data[0] === 1;
      send(message('C', Uint8Array.from(data)));
      readByItself();
    }
  }

  return {
    receive(bytes) {
      for (const byte of bytes) {
        // A zero where a command should start is the host's resync.
        if (held.length === 0 && byte === 0) continue;
        held.push(byte);
        const [letter, high, low, ...data] = held;
        if (low === undefined || data.length < high! * 256 + low) continue;
        held = [];
        execute(String.fromCharCode(letter!), data);
      }
    },
    powerOff() {
      continuous = false;
      held = [];
    },
    command(line) {
      const [name, ...words] = line.split(/\s+/);
      if (name === 'scan' && words.length >= 1 && words.length <= 3) document = words;
      else if (line === 'blank') document = [];
      else if (line === 'remove') document = undefined;
      else if (line === 'cut-short') {
        cutShort = true;
        return 'ok';
      } else return undefined;
      readByItself();
      return 'ok';
    },
    help: [
      'scan LINE1 [LINE2 [LINE3]]   lay a document in the slot      remove   take it out',
      'blank                        lay an unreadable one           cut-short   next reading stops halfway',
    ],
  };
}
