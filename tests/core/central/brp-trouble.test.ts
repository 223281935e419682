import { expect, test } from 'vitest';
import type { Verdict } from '../sync/gateway.ts';
import { problem } from '../sync/gateway.ts';
import { openBrpScene } from './brp-scene.ts';

const asker = { staffId: 'staff-1', purpose: 'identification', loginName: 'j.jansén' } as const;
const json = (value: unknown): Verdict => ({ status: 200, body: JSON.stringify(value) });

test.each<[string, Verdict]>([
  ['no answer', 'dropAfter'],
  ['no connection', 'dropBefore'],
  ['a fault', { status: 500, body: '' }],
  ['a page', { status: 200, body: '<html>' }],
  ['refused access', problem(403, 'forbidden')],
  ['an answer without persons', json({ type: 'RaadpleegMetBurgerservicenummer' })],
  ['a person without a number', json({ personen: [{ naam: {} }] })],
  [
    'a date that is none',
    json({
      personen: [
        {
          burgerservicenummer: '999993653',
          geboorte: { datum: { type: 'Datum', datum: '1985-13-45', langFormaat: '' } },
        },
      ],
    }),
  ],
  [
    'a kind of date that does not exist',
    json({ personen: [{ burgerservicenummer: '999993653', geboorte: { datum: { type: 'Eeuw' } } }] }),
  ],
])('%s is brpUnavailable, never a crash', async (_, verdict) => {
  const { brp, gateway } = await openBrpScene();
  gateway.judge = () => verdict;
  expect(await brp.byBsn('999993653', asker)).toMatchObject({ ok: false, error: { code: 'brpUnavailable' } });
});

test('a person of whom almost nothing is known is a person', async () => {
  const { brp, gateway } = await openBrpScene();
  gateway.judge = () =>
    json({ personen: [{ burgerservicenummer: '999993653', toekomstigVeld: { nieuw: true } }] });
  const answer = await brp.byBsn('999993653', asker);
  expect(answer).toMatchObject({
    ok: true,
    value: {
      view: {
        fullName: '',
        shortName: '',
        birthDateText: 'onbekend',
        age: null,
        sex: null,
        address: [],
        nationality: null,
        warnings: [],
      },
      record: { geboortedatum: null },
    },
  });
});

test('every reason of opschorting has its warning; an unknown reason is still one', async () => {
  const { brp, gateway } = await openBrpScene();
  const warnings = async (code: string) => {
    gateway.judge = () =>
      json({
        personen: [
          { burgerservicenummer: '999993653', opschortingBijhouding: { reden: { code } }, leeftijd: 12 },
        ],
      });
    const answer = await brp.byBsn('999993653', asker);
    return answer.ok
      ? answer.value?.view.warnings.map((warning) => `${warning.severity} ${warning.code}`)
      : undefined;
  };
  expect(await warnings('O')).toEqual(['stop overleden', 'info minderjarig']);
  expect(await warnings('F')).toEqual(['stop fout', 'info minderjarig']);
  expect(await warnings('E')).toEqual(['warn emigratie', 'info minderjarig']);
  expect(await warnings('M')).toEqual(['warn ministerieelBesluit', 'info minderjarig']);
  expect(await warnings('R')).toEqual(['warn rni', 'info minderjarig']);
  expect(await warnings('.')).toEqual(['warn opgeschort', 'info minderjarig']);
});

test('too many persons is told apart from a BRP that is away', async () => {
  const { brp, gateway } = await openBrpScene();
  gateway.judge = () => problem(400, 'tooManyResults', { title: 'Teveel zoekresultaten.' });
  const by = { kind: 'name', geslachtsnaam: 'Jansen', geboortedatum: '1985-12-01' } as const;
  expect(await brp.search(by, asker)).toMatchObject({ ok: false, error: { code: 'tooManyPersons' } });
});

test('a surname with its voorvoegsel is asked as the BRP keeps it, and as it was typed when nobody is found', async () => {
  const { brp, gateway } = await openBrpScene();
  gateway.judge = () => json({ personen: [] });
  await brp.search({ kind: 'name', geslachtsnaam: 'van der Dam', geboortedatum: '1985-12-01' }, asker);
  expect(gateway.seen.map(({ body }) => JSON.parse(body) as unknown)).toMatchObject([
    { type: 'ZoekMetGeslachtsnaamEnGeboortedatum', geslachtsnaam: 'Dam', voorvoegsel: 'van der' },
    { geslachtsnaam: 'van der Dam' },
  ]);
});

test('each purpose asks its own fields, under its own name to the gateway and in the log', async () => {
  const headers = { 'X-DOELBINDING': '{doelbinding}', 'X-VERWERKING': '{verwerking}' };
  const { brp, gateway, store } = await openBrpScene(headers, {
    identification: { doelbinding: 'Burgerzaken', verwerking: 'Identificatie balie' },
    verification: { doelbinding: 'Controle' },
    gezag: { doelbinding: 'Reisdocumenten' },
  });
  const sent: unknown[] = [];
  gateway.judge = ({ body, headers: { 'x-doelbinding': doel, 'x-verwerking': verwerking } }) => {
    sent.push([doel, verwerking, (JSON.parse(body) as { fields: readonly string[] }).fields.join()]);
    return 'pass';
  };
  const verifier = { ...asker, purpose: 'verification' } as const;
  await brp.byBsn('999993653', asker);
  const known = await brp.byBsn('999993653', verifier);
  await brp.search({ kind: 'name', geslachtsnaam: 'Moulin', geboortedatum: '1985-12-01' }, verifier);
  await brp.gezagOver('999996484', { staffId: 'staff-1', zaaktype: 'BALIE-PASPOORT' });
  const compared = 'burgerservicenummer,naam.voornamen,naam.voorvoegsel,naam.geslachtsnaam,geboorte.datum';
  expect(sent).toEqual([
    ['Burgerzaken', 'Identificatie balie', expect.not.stringContaining('gezag')],
    ['Controle', 'balie-verificatie-achteraf', compared],
    ['Controle', 'balie-verificatie-achteraf', compared],
    ['Reisdocumenten', 'balie: gezag bij BALIE-PASPOORT', 'burgerservicenummer,gezag'],
  ]);
  expect(known).toMatchObject({
    ok: true,
    value: {
      record: { geslachtsnaam: 'Moulin', geboortedatum: '1985-12-01' },
      view: { address: [], sex: null },
    },
  });
  expect(store.db.prepare('SELECT purpose FROM processing_log').pluck().all()).toEqual([
    'Identificatie balie',
    'balie-verificatie-achteraf',
    'balie-verificatie-achteraf',
    'balie: gezag bij BALIE-PASPOORT',
  ]);
  expect(gateway.flaws()).toEqual([]);
});

test('the configured headers tell who asks and why; the number is in no address', async () => {
  let sent: Readonly<Record<string, unknown>> = {};
  const { brp, gateway, seen } = await openBrpScene({
    'X-DOELBINDING': 'BRPACT-Totaal',
    'X-GEBRUIKER': '{gebruiker}',
    'X-VERWERKING': 'Balie@{verwerking}',
  });
  gateway.judge = ({ headers }) => {
    sent = headers;
    return 'pass';
  };
  await brp.byBsn('999993653', asker);
  expect(sent).toMatchObject({
    'x-doelbinding': 'BRPACT-Totaal',
    'x-gebruiker': 'j.jans?n',
    'x-verwerking': 'Balie@balie: identificatie',
    traceparent: expect.stringMatching(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/),
  });
  expect(seen()).toBe(1);
  expect(gateway.seen[0]?.path).toBe('/haalcentraal/api/brp/personen');
  expect(gateway.flaws()).toEqual([]);
});
