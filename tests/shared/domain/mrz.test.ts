import { expect, test } from 'vitest';
import { normalizeMrzInput, parseMrz } from '../../../shared/domain/mrz.ts';
import {
  NL_2014,
  NL_2021,
  NL_CARD,
  NL_LICENCE,
  TD1_ICAO,
  TD1_LONG,
  TD2_ICAO,
  TD3_ICAO,
} from './mrz-specimens.ts';

const TODAY = '2026-11-23';

const ERIKSSON = {
  issuer: 'UTO',
  nationality: 'UTO',
  surname: 'ERIKSSON',
  givenNames: 'ANNA MARIA',
  birthDate: '1974-08-12',
  sex: 'F',
  expiryDate: '2012-04-15',
};
const DE_BRUIJN = {
  issuer: 'NLD',
  nationality: 'NLD',
  surname: 'DE BRUIJN',
  givenNames: 'WILLEKE LISELOTTE',
  birthDate: '1965-03-10',
  sex: 'F',
};

test.each([
  [
    'an ICAO passport',
    TD3_ICAO,
    {
      ...ERIKSSON,
      layout: 'TD3',
      kind: 'passport',
      documentCode: 'P',
      documentNumber: 'L898902C3',
      personalNumber: 'ZE184226B',
    },
  ],
  [
    'an ICAO card of two lines',
    TD2_ICAO,
    { ...ERIKSSON, layout: 'TD2', kind: 'identityCard', documentCode: 'I', documentNumber: 'D23145890' },
  ],
  [
    'an ICAO card of three lines',
    TD1_ICAO,
    { ...ERIKSSON, layout: 'TD1', kind: 'identityCard', documentCode: 'I', documentNumber: 'D23145890' },
  ],
  [
    'a Dutch passport of 2014, with its burgerservicenummer',
    NL_2014,
    {
      ...DE_BRUIJN,
      layout: 'TD3',
      kind: 'passport',
      documentCode: 'P',
      documentNumber: 'SPECI2014',
      expiryDate: '2024-03-09',
      personalNumber: '999999990',
      bsn: '999999990',
    },
  ],
  [
    'a Dutch passport of 2021, which has none',
    NL_2021,
    {
      ...DE_BRUIJN,
      layout: 'TD3',
      kind: 'passport',
      documentCode: 'P',
      documentNumber: 'SPECI2021',
      expiryDate: '2031-08-30',
    },
  ],
  [
    'a Dutch identity card of 2021',
    NL_CARD,
    {
      ...DE_BRUIJN,
      layout: 'TD1',
      kind: 'identityCard',
      documentCode: 'I',
      documentNumber: 'SPECI2021',
      expiryDate: '2031-08-02',
    },
  ],
  [
    'a Dutch driving licence, whose line holds only its number',
    NL_LICENCE,
    {
      layout: 'NL-licence',
      kind: 'drivingLicence',
      documentCode: 'D',
      issuer: 'NLD',
      documentNumber: '5094962111',
    },
  ],
])('reads %s', (_name, lines, document) => {
  expect(parseMrz(lines, TODAY)).toEqual({ ok: true, document });
});

test('a long document number goes on in the optional field and keeps its own check digit', () => {
  expect(parseMrz(TD1_LONG, '1990-01-01')).toMatchObject({
    ok: true,
    document: {
      documentNumber: 'D23145890734',
      surname: 'STEVENSON',
      birthDate: '1934-07-12',
      expiryDate: '1995-07-12',
    },
  });
  const wrong = [TD1_LONG[0].replace('7349', '7359'), TD1_LONG[1], TD1_LONG[2]];
  expect(parseMrz(wrong, '1990-01-01')).toEqual({ ok: false, why: 'checkDigit', field: 'documentNumber' });
});

test('a birth year is the latest one that is not after today', () => {
  const birth = (today: string) => {
    const result = parseMrz(TD3_ICAO, today);
    return result.ok ? result.document.birthDate : result;
  };
  expect(birth('2026-11-23')).toBe('1974-08-12');
  expect(birth('2074-08-11')).toBe('1974-08-12');
  expect(birth('2074-08-12')).toBe('2074-08-12');
});

test('an expiry year lies from 20 years back to 30 years ahead, and beyond that in the past', () => {
  const expiry = (today: string) => {
    const result = parseMrz(NL_2021, today);
    return result.ok ? result.document.expiryDate : result;
  };
  expect(expiry('2026-11-23')).toBe('2031-08-30');
  expect(expiry('2001-01-01')).toBe('2031-08-30');
  expect(expiry('2000-12-31')).toBe('1931-08-30');
  expect(expiry('2051-01-01')).toBe('2031-08-30');
  expect(expiry('2100-12-31')).toBe('2031-08-30');
  expect(expiry('2101-01-01')).toBe('2131-08-30');
});

test('input comes in any case, with any line end, with noise, or in one piece', () => {
  const lines = [...TD1_ICAO];
  const asText = lines.join('\n');
  expect(normalizeMrzInput(asText.replaceAll('\n', '\r'))).toEqual(lines);
  expect(normalizeMrzInput(`${asText.replaceAll('\n', '\r\n')}\r\n\r\n`)).toEqual(lines);
  expect(normalizeMrzInput(asText.toLowerCase())).toEqual(lines);
  expect(normalizeMrzInput(`\u0002${asText.replaceAll('\n', '\n\u0000\u00ff')}\u0003`)).toEqual(lines);
  expect(normalizeMrzInput(lines.join(''))).toEqual(lines);
  expect(normalizeMrzInput(NL_2014.join(''))).toEqual([...NL_2014]);
  expect(normalizeMrzInput(TD2_ICAO.join(' ').replaceAll('<<', '«'))).toEqual([...TD2_ICAO]);
  expect(normalizeMrzInput(' \r\n ')).toEqual([]);
});
