import { expect, test } from 'vitest';
import type { CentralError } from '../../../electron/core/central/index.ts';
import { explain } from '../../../electron/core/central-check/advice.ts';

const place = {
  urlKey: 'central.brp.url',
  endsIn: '/brp',
  secretName: 'brp-sleutel',
  right: 'personen raadplegen',
};
const of = (error: Omit<CentralError, 'system'>) => explain({ system: 'brp', ...error }, place);

test.each([
  ['CERT_HAS_EXPIRED', 'Het certificaat van de server is verlopen.'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'Het certificaat is van een server met een andere naam.'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'Deze pc vertrouwt de uitgever van het certificaat niet.'],
  ['EAI_AGAIN', 'De naam van de server is niet te vinden.'],
  ['ENETUNREACH', 'Er komt geen verbinding met de server (ENETUNREACH).'],
])('a connection that was never made: %s', (code, what) => {
  expect(of({ kind: 'unreachable', code }).what).toBe(what);
});

test('a refusal names the field that the API does not want', () => {
  expect(
    of({
      kind: 'refused',
      status: 400,
      code: 'paramsValidation',
      invalidParams: [{ name: 'fields', code: 'fields', reason: 'Parameter is geen toegestaan veld.' }],
    }).what,
  ).toBe(
    'De API weigert een vraag die volgens de standaard goed is (400, paramsValidation, fields: Parameter is geen toegestaan veld.).',
  );
});

test('a key without the right is told apart from a ZGW client: it has no scopes', () => {
  expect(of({ kind: 'unauthorized', status: 403, code: 'unauthorizedField' })).toEqual({
    what: 'Het systeem laat deze werkplek niet toe (403, unauthorizedField).',
    advice: 'Controleer het geheim "brp-sleutel", en of deze werkplek personen raadplegen mag.',
  });
});

test('an old token that the clock of the server does not mend', () => {
  expect(of({ kind: 'unauthorized', status: 403, code: 'jwt-expired' }).advice).toContain('NTP');
});
