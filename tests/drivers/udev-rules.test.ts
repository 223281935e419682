import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { drivers } from '../../drivers/registry.ts';

const rules = readFileSync(path.resolve(import.meta.dirname, '../../resources/udev/70-waarmee.rules'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));
const SUBSYSTEM = { serial: 'tty', hid: 'hidraw', printer: 'usbmisc' } as const;

test('every device that a driver knows may be opened by whoever sits at the screen', () => {
  const without = drivers.flatMap(({ name, fits = [] }) =>
    fits
      .filter(
        ({ kind, vendorId }) =>
          !rules.some(
            (rule) =>
              rule.includes(`SUBSYSTEM=="${SUBSYSTEM[kind]}"`) &&
              rule.includes('TAG+="uaccess"') &&
              (kind === 'printer' || rule.includes(vendorId)),
          ),
      )
      .map(({ kind, vendorId }) => `${name}: ${kind} ${vendorId}`),
  );
  expect(without).toEqual([]);
});

test('each rule is a list of matches and assignments', () => {
  for (const rule of rules) expect(rule).toMatch(/^([A-Z_]+(\{[A-Za-z_]+\})?(==|=|\+=)"[^"]*"(, |$))+$/);
});
