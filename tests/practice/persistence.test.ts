import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestPractice } from './practice-world.ts';
import { makeDocument, makeZaak, typesOf, zaakBody } from './zaak-builder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'oefenomgeving-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the world, its credentials and its port survive a restart', async () => {
  const databaseFile = path.join(folder, 'wereld.db');
  const first = await startTestPractice({ databaseFile });
  const types = await typesOf(first, 'BALIE-PASPOORT');
  const zaak = await makeZaak(first, types);
  const informatieobject = await makeDocument(first, types);
  await first.post('/zaken/api/v1/zaakinformatieobjecten', { zaak, informatieobject });
  const before = first.practice.inspect();
  await first.practice.stop();

  const second = await startTestPractice({ databaseFile });
  expect(second.practice.origin).toBe(first.practice.origin);
  expect(second.practice.credentials).toEqual(first.practice.credentials);
  expect(second.practice.inspect()).toEqual(before);
  expect((await second.get(zaak)).body.zaaktype).toBe(types.zaaktype);
  const again = await second.post('/zaken/api/v1/zaken', zaakBody(types, 'BALIE-1'));
  expect(again.refused).toEqual(['identificatie: identificatie-niet-uniek']);
});

test('on another port the world speaks of the new one, and still understands the old', async () => {
  const databaseFile = path.join(folder, 'wereld.db');
  const first = await startTestPractice({ databaseFile });
  const types = await typesOf(first, 'BALIE-VOG');
  const zaak = await makeZaak(first, types);
  await first.practice.stop();
  const occupant = createServer().listen(Number(new URL(first.practice.origin).port), '127.0.0.1');
  try {
    const second = await startTestPractice({ databaseFile });
    expect(second.practice.origin).not.toBe(first.practice.origin);
    const [kept] = second.practice.inspect().zaken;
    expect(kept?.url).toBe(zaak.replace(first.practice.origin, second.practice.origin));
    const resultaattype = types.resultaattypen.Verleend ?? '';
    const made = await second.post('/zaken/api/v1/resultaten', { zaak, resultaattype });
    expect(made.body.zaak).toBe(kept?.url);
  } finally {
    occupant.close();
  }
});

test('stopping twice is stopping once', async () => {
  const { practice } = await startTestPractice();
  await Promise.all([practice.stop(), practice.stop()]);
  await expect(fetch(`${practice.origin}/catalogi/api/v1/zaaktypen`)).rejects.toThrow('fetch failed');
});

test('a file without persons is refused at the start', async () => {
  await expect(startTestPractice({ personsFile: path.join(folder, 'niets.json') })).rejects.toThrow('ENOENT');
});
