import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CatalogueError, loadCatalogue } from '../../../electron/core/catalogue/index.ts';

const resources = path.resolve(import.meta.dirname, '../../../resources');
let copy = '';

beforeEach(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'catalogue-'));
  for (const folder of ['products', 'tariffs']) {
    cpSync(path.join(resources, folder), path.join(copy, folder), { recursive: true });
  }
});
afterEach(() => rmSync(copy, { recursive: true, force: true }));

/** Replaces text in a file of the copy; fails when the text is not there, so that no test proves nothing. */
function change(file: string, from: string, to: string): void {
  const target = path.join(copy, file);
  const text = readFileSync(target, 'utf8');
  expect(text).toContain(from);
  writeFileSync(target, text.replace(from, to));
}

function problems(): readonly string[] {
  try {
    loadCatalogue(copy);
  } catch (error) {
    if (error instanceof CatalogueError) return error.problems;
    throw error;
  }
  return [];
}

test('the products and tariffs that come with the application are right', () => {
  const catalogue = loadCatalogue(resources);
  expect(catalogue.products().map(({ id }) => id)).toHaveLength(13);
  expect(catalogue.product('paspoort')?.name).toBe('Paspoort');
  expect(catalogue.product('onbekend')).toBeUndefined();
});

test('a fee is asked by the id of the product', () => {
  const catalogue = loadCatalogue(resources);
  const asked = { day: '2026-11-23', age: 40, urgent: false, channel: 'balie' } as const;
  expect(catalogue.fee('paspoort', asked)).toMatchObject({ cents: 8387, example: true });
  expect(catalogue.fee('onbekend', asked)).toBeUndefined();
});

test.each([
  ['products/paspoort.json', '"visits": 2', '"visits": 3', 'products/paspoort.json: visits:'],
  [
    'products/paspoort.json',
    '"id": "paspoort"',
    '"id": "pas"',
    'products/paspoort.json: id: must be the name',
  ],
  [
    'products/verhuizing.json',
    '"field": "nieuwAdres"',
    '"field": "adres"',
    'eigenschappen.nieuw_adres: no form asks',
  ],
  [
    'products/vog.json',
    '"leveringswijze"',
    '"betaalwijze"',
    'eigenschappen.betaalwijze: is set by the application',
  ],
  ['products/vog.json', '"id": "functie"', '"id": "organisatie"', 'the id organisatie is used twice'],
  ['products/vog.json', '"type": "postcode"', '"type": "select"', 'options: a select has options'],
  ['products/verhuizing.json', '"Handtekening"', '"Krabbel"', 'Handtekening is not in informatieobjecttypen'],
  [
    'products/paspoort-ophalen.json',
    '"completes": "paspoort"',
    '"completes": "pas"',
    'completes: there is no product pas',
  ],
  [
    'products/paspoort-ophalen.json',
    'BALIE-PASPOORT',
    'BALIE-IDKAART',
    'both products need the same zaaktype',
  ],
  ['products/paspoort-ophalen.json', '"completes": "paspoort"', '"completes": "vog"', 'completes:'],
  ['tariffs/2024-voorbeeld.json', '"product": "vog"', '"product": "vgo"', 'there is no product vgo'],
  [
    'tariffs/2024-voorbeeld.json',
    '"cents": 8387',
    '"cents": 83.87',
    'tariffs/2024-voorbeeld.json: lines.0.cents:',
  ],
  [
    'tariffs/2024-voorbeeld.json',
    '"minAge": 18',
    '"variant": "baby"',
    'lines.0.variant: paspoort has no variant baby',
  ],
])('a mistake in %s (%s becomes %s) is named', (file, from, to, message) => {
  change(file, from, to);
  expect(problems().join('\n')).toContain(message);
});

test('all mistakes are named at once, also in a file that is no JSON', () => {
  change('products/vog.json', '"visits": 1', '"visits": 9');
  writeFileSync(path.join(copy, 'products', 'half.json'), '{ "id": "half"');
  const found = problems();
  expect(found.some((problem) => problem.startsWith('products/vog.json: visits:'))).toBe(true);
  expect(found.some((problem) => problem.startsWith('products/half.json: '))).toBe(true);
});

test('a folder that is not there is named', () => {
  rmSync(path.join(copy, 'tariffs'), { recursive: true });
  expect(problems()).toEqual(["tariffs: the folder can't be read"]);
});
