import type { SimulatedDevice } from './simulator.ts';

const text = (value: string) => Buffer.from(value, 'latin1');
const message = (command: string, payload: Uint8Array) =>
  Uint8Array.of(command.charCodeAt(0), payload.length >> 8, payload.length & 0xff, ...payload);

/** What a reader does wrong once, at its next reading. */
type Mishap = 'cut-short' | 'wrong-length';

const HELP = [
  'scan LINE1 [LINE2 [LINE3]]   lay a document in the slot      remove   take it out',
  'blank                        lay an unreadable one           repeat   send the last reading again',
  'cut-short   wrong-length     the next reading stops halfway, or has a length that is not its own',
  'interrupt                    the next command is answered after a reading that nobody asked for',
  'slow MS                      so long a reading takes         forget LETTER   no longer know a command',
];

/**
 * An Elyctis ID BOX, Scanner Command Set 1.7. `send` brings bytes to the host. The one line of a driving licence is
 * found by 'L' alone; everything else by 'I' alone.
 */
export function createSimulatedReader(send: (bytes: Uint8Array) => void): SimulatedDevice {
  let document: readonly string[] | undefined;
  let continuous = false;
  let mishap: Mishap | undefined;
  let interrupts = false;
  let slowMs = 0;
  let held: number[] = [];
  const forgotten = new Set<string>();
  const timers = new Set<NodeJS.Timeout>();
  const texts: Readonly<Record<string, string>> = {
    V: 'OCR 5.04.01',
    W: 'NNA 1.12',
    R: 'SIM000001',
    T: 'ID BOX Scanner',
  };

  /** Always three line ends; a document of two lines ends with an empty third one. */
  const payload = (command: 'I' | 'L') => {
    const lines = document && (document.length === 1) === (command === 'L') ? document : [];
    return text([0, 1, 2].map((index) => `${lines[index] ?? ''}\r`).join(''));
  };

  function sendReading(command: 'I' | 'L') {
    const bytes = message(command, payload(command));
    if (mishap === 'cut-short') send(bytes.slice(0, bytes.length / 2));
    else if (mishap === 'wrong-length') send(Uint8Array.of(bytes[0]!, 0xff, 0xff, ...bytes.slice(3)));
    else send(bytes);
    mishap = undefined;
  }

  function read(command: 'I' | 'L') {
    if (slowMs === 0) return sendReading(command);
    const timer = setTimeout(() => {
      timers.delete(timer);
      sendReading(command);
    }, slowMs);
    timers.add(timer);
  }

  /** Continuous mode ends with the reading; a document still in the slot is read again once it is on again. */
  function readByItself() {
    if (!continuous || document === undefined) return;
    continuous = false;
    read('I');
  }

  function execute(command: string, data: readonly number[]) {
    if (forgotten.has(command)) return;
    if (interrupts) {
      interrupts = false;
      sendReading('I');
    }
    const known = texts[command];
    if (known !== undefined) send(message(command, text(known)));
    else if (command === 'I' || command === 'L') read(command);
    else if (command === 'C') {
      continuous = data[0] === 1;
      send(message('C', Uint8Array.from(data)));
      readByItself();
    }
  }

  /** Understands a line; false when it is not one for this device. */
  function obey(name: string | undefined, words: readonly string[]): boolean {
    switch (name) {
      case 'scan':
        if (words.length < 1 || words.length > 3) return false;
        document = words;
        readByItself();
        return true;
      case 'blank':
        document = [];
        readByItself();
        return true;
      case 'remove':
        document = undefined;
        return true;
      case 'repeat':
        sendReading('I');
        return true;
      case 'cut-short':
      case 'wrong-length':
        mishap = name;
        return true;
      case 'interrupt':
        interrupts = true;
        return true;
      case 'slow':
        slowMs = Number(words[0]) || 0;
        return true;
      case 'forget':
        if (words[0] === undefined) return false;
        forgotten.add(words[0]);
        return true;
      default:
        return false;
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
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
    command(line) {
      const [name, ...words] = line.split(/\s+/);
      return obey(name, words) ? 'ok' : undefined;
    },
    help: HELP,
  };
}
