import { readFileSync } from 'node:fs';
import { parse } from 'mrz';
import { expect, test } from 'vitest';
import { passesElevenTest } from '../../electron/practice/numbers.ts';
import { checkDigit, transliterate } from '../../electron/practice/travel-documents.ts';
import { PERSONS_FILE, startTestPractice } from './practice-world.ts';

test('a dozen varied test persons are offered, each one known and with a birth date', async () => {
  const { practice } = await startTestPractice();
  const persons = practice.testPersons();
  expect(persons.length).toBeGreaterThanOrEqual(12);
  expect(new Set(persons.map((person) => person.bsn)).size).toBe(persons.length);
  expect(persons.find((person) => person.bsn === '999990512')).toEqual({
    bsn: '999990512',
    name: 'Barbara Goulouse',
    birthDate: '1993-12-26',
    note: 'volwassene',
  });
  for (const { bsn, birthDate } of persons) {
    expect(passesElevenTest(bsn)).toBe(true);
    expect(birthDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  }
});

test.each(['passport', 'identity-card'] as const)(
  'the %s of every test person has valid check digits, a date to come and no burgerservicenummer',
  async (kind) => {
    const { practice } = await startTestPractice();
    const all = JSON.parse(readFileSync(PERSONS_FILE, 'utf8')) as readonly { burgerservicenummer: string }[];
    for (const { burgerservicenummer: bsn } of all) {
      const lines = practice.documentFor(bsn, kind);
      expect(lines.map((line) => line.length)).toEqual(kind === 'passport' ? [44, 44] : [30, 30, 30]);
      for (const line of lines) expect(line).toMatch(/^[A-Z0-9<]+$/);
      const { details, fields, documentNumber } = parse([...lines]);
      // A birth date that is partly unknown, and a given name that is absent, are no errors of ours.
      const wrong = details.filter(
        ({ field, valid }) => !valid && field !== 'birthDate' && field !== 'firstName',
      );
      expect(wrong).toEqual([]);
      expect(documentNumber).toMatch(/^[A-NP-Z0-9]{9}$/);
      expect(Number(fields.expirationDate)).toBeGreaterThan(261123);
      expect(lines.join('')).not.toContain(bsn);
      expect(practice.documentFor(bsn, kind)).toEqual(lines);
    }
  },
);

test('names are written in the letters of the machine readable zone', async () => {
  const { practice } = await startTestPractice();
  expect(practice.documentFor('999990275')[0]).toBe('P<NLDDU<BURCK<<ELOISE<<<<<<<<<<<<<<<<<<<<<<<');
  expect(practice.documentFor('999990172')[0]).toBe('P<NLDZYWIALOWSKA<<ROZA<MSTYSLAVA<<<<<<<<<<<<');
  expect(practice.documentFor('999990000')).toEqual([]);
  expect(transliterate("'t Hœn-Müller Ĳssel")).toBe('T<HOEN<MUELLER<IJSSEL');
});

test('check digits are those of the published specimens', () => {
  expect(checkDigit('L898902C3')).toBe('6');
  expect(checkDigit('740812')).toBe('2');
  expect(checkDigit('SPECI2021265031013108309<<<<<<<<<<<<<<<'.slice(0, 9))).toBe('2');
  expect(checkDigit('D1NLD15094962111659VW87Z78NB8')).toBe('4');
});
