import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, test } from 'vitest';
import { startHost, ticket } from '../helpers/host.ts';
import { scratchLink } from '../helpers/scratch.ts';

const CLI = path.resolve(import.meta.dirname, '../../../drivers/simulators/cli.ts');
const stops: (() => void | Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

function simulate(args: readonly string[], env = process.env) {
  const child: ChildProcess = spawn(process.execPath, [CLI, ...args], { env });
  stops.push(() => void child.kill());
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout!, child.stderr!]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      for (const look of waiting) look();
    });
  }
  return {
    type: (line: string) => child.stdin!.write(`${line}\n`),
    end: () => child.stdin!.end(),
    exit: once(child, 'close').then(([code]) => code),
    lines,
    line: (part: string) =>
      new Promise<string>((resolve) => {
        const look = () => {
          const found = lines.find((line) => line.includes(part));
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
}

test('a dispenser by hand: the driver finds both ports, a typed press arrives, the ticket is shown', async () => {
  const { link, remove } = scratchLink();
  stops.push(remove);
  const simulator = simulate(['ticket-dispenser', '--link', link]);
  await simulator.line(`buttons: ${link}-buttons`);
  const host = startHost('ticket-dispenser', 'escpos-numato', {
    printer: { kind: 'serial', path: link, baudRate: 9600 },
    buttons: { kind: 'serial', path: `${link}-buttons`, baudRate: 9600 },
  });
  stops.push(() => host.stop());
  await host.status('idle');
  simulator.type('press 1');
  expect((await host.message('buttonPressed')).button).toBe(1);
  host.print('job-1', ticket('C3'));
  await simulator.line('C3');
  simulator.type('dance');
  expect(await simulator.line('dance')).toContain('not understood');
  await host.stop();
  simulator.end();
  expect(await simulator.exit).toBe(0);
  expect(existsSync(link)).toBe(false);
});

test('wrong arguments are told by name, with how to use it', async () => {
  const simulator = simulate(['coffee-machine', '--tcp', '0']);
  expect(await simulator.exit).toBe(2);
  expect(simulator.lines[0]).toBe("KIND: 'coffee-machine' is not a device");
  expect(simulator.lines.join('\n')).toContain('npm run simulate');
});

test('without socat the message says what to install', async () => {
  const { link, remove } = scratchLink();
  stops.push(remove);
  const simulator = simulate(['receipt-printer', '--link', link], { ...process.env, PATH: '' });
  expect(await simulator.exit).toBe(1);
  expect(simulator.lines.join('\n')).toContain('apt-get install socat');
});
