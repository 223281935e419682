import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const folder = path.resolve(import.meta.dirname, '../../../electron/core/central');
const generate = (): string => {
  const { status, stdout } = spawnSync(process.execPath, [path.join(folder, 'generate-types.mjs')], {
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  return stdout;
};

test('types of all five descriptions are made once, and nothing in them points to the web', () => {
  generate();
  expect(generate()).toBe('');
  const files = readdirSync(path.join(folder, 'generated')).filter((name) => name.endsWith('.ts'));
  expect(files).toEqual(['brp.ts', 'catalogi.ts', 'documenten.ts', 'klantinteracties.ts', 'zaken.ts']);
  for (const file of files) {
    const text = readFileSync(path.join(folder, 'generated', file), 'utf8');
    expect(text).toContain('export interface components');
    expect(text).not.toContain('githubusercontent.com/vng-Realisatie/catalogi-api');
  }
});

test('types of another description are made anew, however new the file is', () => {
  generate();
  const file = path.join(folder, 'generated', 'catalogi.ts');
  const text = readFileSync(file, 'utf8');
  const spec = readFileSync(
    path.resolve(folder, '../../../resources/specs/catalogi-1.3.1-openzaak.yaml'),
    'utf8',
  );
  const hash = createHash('sha256').update(spec).digest('hex');
  writeFileSync(file, text.replace(hash, createHash('sha256').update(`${spec}# changed`).digest('hex')));
  expect(generate()).toBe('generated catalogi from catalogi-1.3.1-openzaak.yaml\n');
  expect(readFileSync(file, 'utf8')).toBe(text);
  expect(text.split('\n')[0]).toContain(hash);
});
