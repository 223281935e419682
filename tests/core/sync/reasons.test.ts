import { expect, test } from 'vitest';
import { reasonOf } from '../../../electron/core/sync/reasons.ts';
import { reasonWords } from '../../../renderer/counter/panels/sync/reason-words.ts';
import { createTexts, type Language } from '../../../renderer/i18n/i18n.ts';
import {
  readReason,
  storedReason,
  SYNC_REASONS,
  type SyncReason,
  TYPE_PARTS,
} from '../../../shared/domain/sync-reason.ts';

function said(reason: SyncReason | null, language: Language = 'nl'): string {
  return reason === null ? '' : reasonWords(createTexts(language).getFixedT(null, 'syncReasons'), reason);
}

const refused = reasonOf({
  kind: 'refused',
  system: 'zaken',
  status: 400,
  invalidParams: [
    { name: 'betrokkeneIdentificatie.inpBsn', code: 'invalid', reason: 'Onjuist BSN 999993653.' },
    { name: 'rollen.0.iets', code: 'required', reason: '' },
    { name: 'nonFieldErrors', code: 'unique', reason: '' },
  ],
});

test('the refused fields are named in plain words, others as they are; what could be a burgerservicenummer is hidden', () => {
  expect(said(refused)).toBe(
    'Het zaaksysteem weigert dit: het burgerservicenummer: Onjuist BSN •••••••••; veld "rollen.0.iets": required; unique. De gegevens staan veilig op deze computer. Kijk bij "Bekijken" of u het zelf kunt verbeteren; vraag anders functioneel beheer om hulp en kies daarna "Opnieuw versturen".',
  );
  expect(said(refused, 'en')).toBe(
    'The case system refuses this: the citizen service number: Onjuist BSN •••••••••; field "rollen.0.iets": required; unique. The data are safe on this computer. See under "Inspect" whether you can correct it yourself; otherwise ask the application managers for help and then choose "Send again".',
  );
  expect(storedReason(refused)).not.toContain('999993653');
});

test('what is kept comes back; a text of an earlier version is shown as it is', () => {
  expect(readReason(storedReason(refused))).toEqual(refused);
  expect(readReason(null)).toBeNull();
  for (const text of ['Het zaaksysteem weigert dit: fout 413.', '{"code":"anders"}', '{half'])
    expect([said(readReason(text)), said(readReason(text), 'en')]).toEqual([text, text]);
});

test('what a zaaktype lacks is said in the language of the window; as kept by an earlier version, in Dutch', () => {
  const lacks = (data: SyncReason['data']): SyncReason => ({
    code: 'typeMissing',
    data: { zaaktype: 'BALIE', ...data },
    fields: [],
  });
  expect(said(lacks({ part: 'eigenschap', name: 'leges' }))).toContain('heeft geen eigenschap "leges".');
  expect(said(lacks({ part: 'endStatus' }), 'en')).toContain('has no final status.');
  expect(said(lacks({ missing: 'eindstatus' }))).toContain('heeft geen eindstatus.');
  for (const part of TYPE_PARTS)
    for (const language of ['nl', 'en'] as const)
      expect(said(lacks({ part, name: 'x' }), language)).not.toMatch(/missing\.|\{\{|  /);
});

test.each(SYNC_REASONS)('%s has words in both languages', (code) => {
  const reason: SyncReason = { code, system: 'zaken', data: { text: 'x', detail: 'y' }, fields: [] };
  for (const language of ['nl', 'en'] as const) {
    expect(said(reason, language)).not.toBe('');
    expect(said(reason, language)).not.toContain('why.');
  }
});

test.each([
  [{ kind: 'unreachable', system: 'zaken' }, 'Het zaaksysteem is niet bereikbaar'],
  [{ kind: 'unknownOutcome', system: 'documenten' }, 'Het documentsysteem antwoordt niet'],
  [{ kind: 'unknownOutcome', system: 'klantinteracties', status: 429 }, 'Het klantcontactsysteem is te druk'],
  [{ kind: 'unknownOutcome', system: 'brp', status: 502 }, 'De BRP heeft een storing'],
  [
    { kind: 'unauthorized', system: 'zaken', code: 'jwt-expired' },
    'laat deze werkplek dit niet doen (jwt-expired)',
  ],
  [{ kind: 'refused', system: 'zaken', status: 413 }, 'weigert dit: fout 413'],
  [{ kind: 'refused', system: 'zaken', status: 400, title: 'Ongeldig.' }, 'weigert dit: Ongeldig.'],
  [{ kind: 'notFound', system: 'zaken', status: 404 }, 'kent het onderdeel niet'],
  [{ kind: 'invalidAnswer', system: 'catalogi' }, 'niet te lezen'],
] as const)('%j is said in words, and that nothing is lost', (error, words) => {
  expect(said(reasonOf(error))).toContain(words);
  expect(said(reasonOf(error))).toContain('De gegevens staan veilig op deze computer.');
});
