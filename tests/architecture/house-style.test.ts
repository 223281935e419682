import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { contract, pushes } from '../../shared/contract/index.ts';
import { root, sourceFiles } from './source-files.ts';

const product = sourceFiles('shared', 'drivers', 'electron', 'renderer');
const everything = [...product, ...sourceFiles('tests')];

test('no file is longer than 400 lines, nine in ten stay under 250, half under 80', () => {
  const lengths = everything.map(({ lines }) => lines).sort((a, b) => a - b);
  expect(everything.filter(({ lines }) => lines > 400).map(({ name, lines }) => `${name}: ${lines}`)).toEqual(
    [],
  );
  expect(lengths[Math.floor(lengths.length * 0.9)]).toBeLessThan(250);
  expect(lengths[Math.floor(lengths.length * 0.5)]).toBeLessThan(80);
});

test('file names are kebab-case and folders at most four deep', () => {
  const names = product.map(({ name }) => name);
  expect(names.filter((name) => !/^[a-z0-9.-]+$/.test(path.posix.basename(name)))).toEqual([]);
  expect(names.filter((name) => name.split('/').length > 5)).toEqual([]);
});

test('modules have named exports only', () => {
  expect(product.filter(({ text }) => /^export default /m.test(text)).map(({ name }) => name)).toEqual([]);
});

test('no escape hatch from the types', () => {
  const hatch = /\bas any\b|: any\b|as unknown as|@ts-(ignore|nocheck|expect-error)/;
  const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  expect(product.filter(({ text }) => hatch.test(code(text))).map(({ name }) => name)).toEqual([]);
});

test('SQL is literal text with bound parameters; only a constant list of columns may be filled in', () => {
  const built = /\.(prepare|exec)\s*(<[^(]*>)?\(\s*`[^`]*\$\{(?![A-Z_]+\})/;
  expect(
    product
      .filter(({ name, text }) => name.startsWith('electron/') && built.test(text))
      .map(({ name }) => name),
  ).toEqual([]);
});

test('every export says what it promises', () => {
  const undocumented = product
    .filter(
      ({ name }) =>
        /^(shared|drivers|electron)\//.test(name) && name.endsWith('.ts') && !name.includes('/contract/'),
    )
    .flatMap(({ name, text }) =>
      [...text.matchAll(/(^|\n)([^\n]*)\nexport (?:async )?(?:function|class) (\w+)/g)]
        .filter(([, , before]) => !/\*\/\s*$/.test(before ?? ''))
        .map(([, , , exported]) => `${name}: ${exported}`),
    );
  expect(undocumented).toEqual([]);
});

test('the window makes no requests of its own outside the bridge', () => {
  const direct = /\bfetch\(|new EventSource\(|XMLHttpRequest|new WebSocket\(/;
  const found = product.filter(({ name, text }) => name.startsWith('renderer/counter') && direct.test(text));
  expect(found.map(({ name }) => name)).toEqual([]);
});

test('every call has a name of its feature, an audience, an access and schemas; every command has its id', () => {
  for (const [name, call] of Object.entries(contract)) {
    expect(call.name).toBe(name);
    expect(name).toMatch(/^[a-z]+\.[a-zA-Z]+$/);
    expect(call.audience.length).toBeGreaterThan(0);
    expect(call.access).toMatch(/^(anyone|present|clerk|teamlead|administrator)$/);
    expect(call.input.safeParse({ surely: 'unknown' }).success).toBe(false);
  }
  for (const [name, push] of Object.entries(pushes)) expect(push.name).toBe(name);
});

test('the display has no calls, and the kiosk only its own', () => {
  const others = Object.values(contract).filter(({ audience }) => audience.some((one) => one !== 'counter'));
  expect(others.map(({ name, audience }) => [name, audience])).toEqual([
    ['kiosk.state', ['kiosk']],
    ['kiosk.take', ['kiosk']],
    ['kiosk.checkIn', ['kiosk']],
  ]);
});

test('the project names no machine, no registry and no person', () => {
  const skip = new Set(['node_modules', '.git', 'out', 'dist', 'generated', 'coverage', 'test-results']);
  const walk = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      if (skip.has(entry.name)) return [];
      const full = path.join(folder, entry.name);
      return entry.isDirectory() ? walk(full) : [full];
    });
  const machine = new RegExp(`(^|[^a-z.])/(${['work', 'root', 'farm'].join('|')})/|registry\\.npmjs`);
  const found = walk(root).filter(
    (file) => /\.(ts|tsx|mjs|md|json|yml|css|html)$/.test(file) && machine.test(readFileSync(file, 'utf8')),
  );
  expect(found.map((file) => path.relative(root, file))).toEqual([]);
});
