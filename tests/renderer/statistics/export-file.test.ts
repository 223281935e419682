import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { COLUMNS } from '../../../renderer/counter/panels/statistics/columns.ts';
import {
  csvOf,
  type Headings,
  type Reasons,
  type Sheet,
  workbookOf,
} from '../../../renderer/counter/panels/statistics/export-file.ts';
import { addDays } from '../../../shared/domain/dates.ts';
import { coursesOf } from '../../../shared/domain/statistics/course.ts';
import { reportOf } from '../../../shared/domain/statistics/report.ts';
import { DAY, NORMS } from '../../fixtures/statistics-day.ts';

const report = reportOf(coursesOf(DAY), NORMS);
const HEADINGS: Headings = {
  part: 'Verdeling',
  name: 'Naam',
  columns: Object.fromEntries(COLUMNS.map(({ key }) => [key, key])) as Headings['columns'],
};
const REASONS: Reasons = {
  name: 'Reden',
  rows: report.total.noShowReasons.map(({ reason, count }) => ({ name: reason, count })),
};
const sheetOf = (name: string, part: 'group' | 'counter'): Sheet => ({
  name,
  rows: report[part].map(({ key, figures }) => ({ name: key, figures })),
});

/** The files in a zip, by its local headers (APPNOTE 4.3.7); write-excel-file gives every size there. */
async function filesIn(zip: Blob): Promise<Map<string, string>> {
  const bytes = Buffer.from(await zip.arrayBuffer());
  const files = new Map<string, string>();
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50; ) {
    const [method, size] = [bytes.readUInt16LE(at + 8), bytes.readUInt32LE(at + 18)];
    const [nameLength, extraLength] = [bytes.readUInt16LE(at + 26), bytes.readUInt16LE(at + 28)];
    const begin = at + 30 + nameLength + extraLength;
    const content = bytes.subarray(begin, begin + size);
    const name = bytes.subarray(at + 30, at + 30 + nameLength).toString();
    files.set(name, (method === 0 ? content : inflateRawSync(content)).toString());
    at = begin + size;
  }
  return files;
}

test('the file of semicolons: the figures of the day computed by hand', () => {
  const lines = csvOf([sheetOf('Per groep', 'group')], HEADINGS, REASONS).split('\r\n');
  expect(lines).toEqual([
    '\uFEFF"Verdeling";"Naam";"visitors";"persons";"helped";"waitMean";"waitMax";"withinNorm";"walk";"service";"serviceMax";"noShows";"leftAtClose";"abandoned";"cancelled";"open"',
    // Of P: walks 40 + 120 + 30 + 10 of 4 = 50; service 720 + 690 + 960 + 600 of 4 = 742.5.
    '"Per groep";"P";6;8;4;612;960;60,0;50;743;960;1;0;1;0;0',
    '"Per groep";"R";6;7;3;650;900;100,0;25;570;840;1;1;0;1;0',
    '"Reden";"notAppeared";;;;;;;;;;1;;;;',
    '"Reden";"visitorLeft";;;;;;;;;;1;;;;',
    '',
  ]);
});

test('a name never becomes a formula, and a quote ends no field', () => {
  const [row] = sheetOf('', 'group').rows;
  if (!row) throw new Error('the day has groups');
  const rows = ['=1+1', '@som', '-2', 'Zeg "ja"'].map((name) => ({ ...row, name }));
  const names = csvOf([{ name: 'x', rows }], HEADINGS, { name: '', rows: [] })
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(';')[1]);
  expect(names).toEqual([`"'=1+1"`, `"'@som"`, `"'-2"`, '"Zeg ""ja"""']);
});

test('the workbook has a sheet for each part, with numbers that can be reckoned with', async () => {
  const files = await filesIn(
    await workbookOf([sheetOf('Per groep', 'group'), sheetOf('Per balie', 'counter')], HEADINGS, REASONS),
  );
  expect(files.get('xl/workbook.xml')).toMatch(/name="Per groep".*name="Per balie".*name="Reden"/s);
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
  const values = [...sheet.matchAll(/<c r="([A-Z]+2)"[^>]*>(?:<v>([^<]*)<\/v>)?/g)].map(([, at, value]) => [
    at,
    value,
  ]);
  expect(values.slice(1, 7)).toEqual([
    ['B2', '6'],
    ['C2', '8'],
    ['D2', '4'],
    ['E2', '612'],
    ['F2', '960'],
    ['G2', '0.6'],
  ]);
});

test('a year of days is made without a worker, which the policy of the window forbids', async () => {
  const rows = Array.from({ length: 366 }, (_, index) => ({
    name: addDays('2026-01-01', index),
    figures: {
      ...report.total,
      visitors: 100_000 + index,
      persons: 200_000 + index,
      waiting: { count: 1, meanSeconds: 12_345.6, maxSeconds: 98_765 },
      withinNorm: 0.123_456_789_123_456_7,
    },
  }));
  const files = await filesIn(await workbookOf([{ name: 'Per dag', rows }], HEADINGS, REASONS));
  expect(files.get('xl/workbook.xml')).toMatch(/name="Per dag".*name="Per dag \(2\)".*name="Reden"/s);
  // The zip library of write-excel-file starts a worker for a file of 160 kB.
  for (const [name, text] of files) expect([name, text.length < 160_000]).toEqual([name, true]);
});
