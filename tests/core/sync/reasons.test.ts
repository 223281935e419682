import { expect, test } from 'vitest';
import { reasonOf } from '../../../electron/core/sync/reasons.ts';

test('the refused fields are named with the reason, and what could be a burgerservicenummer is hidden', () => {
  const reason = reasonOf({
    kind: 'refused',
    system: 'zaken',
    status: 400,
    invalidParams: [
      { name: 'betrokkeneIdentificatie.inpBsn', code: 'invalid', reason: 'Onjuist BSN 999993653.' },
      { name: 'nonFieldErrors', code: 'unique', reason: '' },
    ],
  });
  expect(reason).toBe(
    'Het zaaksysteem weigert dit: veld "betrokkeneIdentificatie.inpBsn": Onjuist BSN •••••••••; unique. De gegevens staan veilig op deze computer. Vraag functioneel beheer om hulp en kies daarna "Opnieuw versturen".',
  );
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
  [{ kind: 'notFound', system: 'zaken', status: 404 }, 'kent het onderdeel niet'],
  [{ kind: 'invalidAnswer', system: 'catalogi' }, 'niet te lezen'],
] as const)('%j is said in words, and that nothing is lost', (error, words) => {
  expect(reasonOf(error)).toContain(words);
  expect(reasonOf(error)).toContain('De gegevens staan veilig op deze computer.');
});
