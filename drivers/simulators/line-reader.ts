import type { SimulatedDevice } from './simulator.ts';

const SEPARATORS: Readonly<Record<string, string>> = { cr: '0d', lf: '0a', crlf: '0d0a' };
const hex = (text: string | undefined) => Buffer.from(!text || text === '-' ? '' : text, 'hex');

const HELP = [
  'scan LINE1 [LINE2 [LINE3]]   read a document                 code TEXT   read a code (spaces belong to it)',
  'cut-short                    the next message stops halfway',
  'format PREFIX SEP SUFFIX     bytes around a message in hex, - for none; SEP: cr, lf or crlf',
  'gate ON OFF                  read only between these bytes from the host (in hex)        gate   open or closed?',
];

/**
 * A reader in line mode, as one sets it up: a mark before the message, lines with a separator after each, a mark after
 * it. `send` brings bytes to the host.
 */
export function createSimulatedLineReader(send: (bytes: Uint8Array) => void): SimulatedDevice {
  let prefix: Uint8Array = hex('');
  let separator: Uint8Array = hex('0d');
  let suffix: Uint8Array = hex('');
  let gate: { readonly on: string; readonly off: string } | undefined;
  let open = true;
  let cutShort = false;
  let heard = '';

  function say(lines: readonly string[]) {
    if (!open) return;
    const body = lines.flatMap((line) => [...Buffer.from(line, 'latin1'), ...separator]);
    const bytes = Uint8Array.from([...prefix, ...body, ...suffix]);
    send(cutShort ? bytes.slice(0, bytes.length / 2) : bytes);
    cutShort = false;
  }

  return {
    receive(bytes) {
      if (!gate) return;
      heard = (heard + Buffer.from(bytes).toString('hex')).slice(-64);
      if (heard.lastIndexOf(gate.on) === heard.lastIndexOf(gate.off)) return;
      open = heard.lastIndexOf(gate.on) > heard.lastIndexOf(gate.off);
    },
    powerOff() {
      open = gate === undefined;
      heard = '';
    },
    command(line) {
      const [name, ...words] = line.split(/\s+/);
      if (name === 'scan' && words.length >= 1) say(words);
      else if (name === 'code' && words.length >= 1) say([line.slice(line.indexOf(' ') + 1)]);
      else if (name === 'cut-short') cutShort = true;
      else if (name === 'format' && words.length === 3) {
        prefix = hex(words[0]);
        separator = hex(SEPARATORS[words[1]!] ?? words[1]);
        suffix = hex(words[2]);
      } else if (name === 'gate' && words.length === 2) {
        gate = { on: words[0]!.toLowerCase(), off: words[1]!.toLowerCase() };
        open = false;
      } else if (line === 'gate') return open ? 'open' : 'closed';
      else return undefined;
      return 'ok';
    },
    help: HELP,
  };
}
