import process from 'node:process';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Place } from './line.ts';
import type { SimulatorKind } from './simulator.ts';
import { startSimulator } from './start.ts';

const KINDS: readonly SimulatorKind[] = [
  'receipt-printer',
  'ticket-dispenser',
  'document-reader',
  'signature-pad',
  'topaz-pad',
  'payment-terminal',
  'line-reader',
  'code-scanner',
  'gamepad',
  'keyboard-encoder',
  'camera',
  'fingerprint-reader',
];

const USAGE = `npm run simulate -- KIND --link PATH     a serial port at PATH (pseudo-terminal; needs socat)
npm run simulate -- KIND --tcp PORT      a device on the network, at 127.0.0.1:PORT

KIND: ${KINDS.join(', ')}
A signature pad, a gamepad and a keyboard encoder are HID devices and have only a TCP port (endpoint hid-tcp).
A ticket dispenser has two cables: PATH and PATH-buttons, or PORT and PORT+1.
Then type what happens to it, a line at a time; 'help' tells what is possible.`;

async function main(): Promise<number> {
  const chosen = readArguments();
  if (typeof chosen === 'string') {
    process.stderr.write(`${chosen}\n\n${USAGE}\n`);
    return 2;
  }
  const simulator = await startSimulator(chosen.kind, chosen.place);
  simulator.onPrinted(({ text }) => process.stdout.write(`\n--- printed ---\n${text}\n---------------\n`));
  for (const [name, endpoint] of Object.entries(simulator.endpoints)) {
    const where =
      'port' in endpoint ? `${endpoint.host}:${endpoint.port}` : 'path' in endpoint && endpoint.path;
    process.stdout.write(`${chosen.kind}, ${name}: ${where || 'usb'}\n`);
  }
  const lines = createInterface({ input: process.stdin });
  const leave = () => lines.close();
  process.once('SIGINT', leave);
  process.once('SIGTERM', leave);
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const answer = await simulator.command(line).catch((error: Error) => error.message);
    process.stdout.write(`${answer}\n`);
  }
  await simulator.stop();
  return 0;
}

function readArguments(): { kind: SimulatorKind; place: Place } | string {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { link: { type: 'string' }, tcp: { type: 'string' } },
    });
    const kind = KINDS.find((each) => each === positionals[0]);
    if (!kind || positionals.length !== 1) return `KIND: '${positionals.join(' ')}' is not a device`;
    if (values.link) return { kind, place: { link: values.link } };
    const port = Number(values.tcp);
    if (Number.isInteger(port) && port >= 0 && port < 65_535) return { kind, place: { tcp: port } };
    return 'PLACE: give --link PATH or --tcp PORT';
  } catch (error) {
    return error instanceof Error ? error.message : 'wrong arguments';
  }
}

process.exitCode = await main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  return 1;
});
