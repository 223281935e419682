import { expect, test } from 'vitest';
import { type Exchange, exchangeFlaws } from '../helpers/openapi.ts';

const TASK = {
  uuid: '5b3c1d1e-0000-4000-8000-000000000000',
  url: 'http://127.0.0.1:1/klantinteracties/api/v1/x/5b3c1d1e-0000-4000-8000-000000000000',
};

function exchange(
  change: Partial<Exchange> & { readonly path: string; readonly answer?: unknown },
): Exchange {
  return {
    method: 'GET',
    url: `http://127.0.0.1:1${change.path}`,
    requestHeaders: new Headers({
      'Accept-Crs': 'EPSG:4326',
      'Content-Crs': 'EPSG:4326',
      'Content-Type': 'application/json',
    }),
    requestBody: undefined,
    status: 200,
    responseHeaders: new Headers({ 'Content-Type': 'application/json' }),
    responseBody: JSON.stringify(change.answer ?? {}),
    ...change,
  };
}

test('an answer that the specification refuses is told with its place', () => {
  const path = '/klantinteracties/api/v1/actorklantcontacten';
  const page = (results: readonly unknown[]): Exchange =>
    exchange({ path, answer: { count: results.length, next: null, previous: null, results } });
  expect(exchangeFlaws(page([{ ...TASK, actor: TASK, klantcontact: TASK }]))).toEqual([]);
  expect(exchangeFlaws(page([{ ...TASK, actor: TASK }])).join()).toContain(
    "required property 'klantcontact'",
  );
  expect(
    exchangeFlaws(page([{ ...TASK, actor: TASK, klantcontact: { ...TASK, uuid: 'x' } }])).join(),
  ).toContain('/results/0/klantcontact/uuid');
});

test('a discriminator decides which schema counts', () => {
  const path = '/haalcentraal/api/brp/personen';
  const answerWith = (datum: unknown): Exchange =>
    exchange({
      method: 'POST',
      path,
      requestBody: JSON.stringify({
        type: 'RaadpleegMetBurgerservicenummer',
        burgerservicenummer: ['999993653'],
        fields: ['geboorte'],
      }),
      answer: { type: 'RaadpleegMetBurgerservicenummer', personen: [{ geboorte: { datum } }] },
    });
  expect(exchangeFlaws(answerWith({ type: 'JaarDatum', jaar: 1985, langFormaat: '1985' }))).toEqual([]);
  expect(exchangeFlaws(answerWith({ type: 'JaarDatum', langFormaat: '1985' })).join()).toContain("'jaar'");
  expect(exchangeFlaws(answerWith({ type: 'Ooit', langFormaat: '1985' })).length).toBeGreaterThan(0);
});

test('a request that the specification refuses may only be refused', () => {
  const path = '/zaken/api/v1/resultaten';
  const body = JSON.stringify({ zaak: 'geen adres' });
  const accepted = exchange({ method: 'POST', path, requestBody: body, status: 201 });
  expect(exchangeFlaws(accepted).join()).toContain(
    "request: (body) must have required property 'resultaattype'",
  );
  const refused = {
    type: 'urn:x',
    code: 'invalid',
    title: 'Invalid input.',
    status: 400,
    detail: '',
    instance: 'urn:uuid:x',
    invalidParams: [{ name: 'resultaattype', code: 'required', reason: 'Dit veld is vereist.' }],
  };
  const headers = new Headers({ 'Content-Type': 'application/problem+json' });
  const answered = exchange({
    method: 'POST',
    path,
    requestBody: body,
    status: 400,
    responseHeaders: headers,
    answer: refused,
  });
  expect(exchangeFlaws(answered)).toEqual([]);
  expect(exchangeFlaws({ ...answered, responseBody: '{}' }).length).toBeGreaterThan(0);
});

test('unknown operations, parameters, statuses, content types and missing headers are told', () => {
  expect(exchangeFlaws(exchange({ path: '/elders/api' }))).toEqual(['no specification for /elders/api']);
  expect(exchangeFlaws(exchange({ path: '/zaken/api/v1/niets' })).join()).toContain('has no GET');
  const list = { count: 0, next: null, previous: null, results: [] };
  expect(exchangeFlaws(exchange({ path: '/zaken/api/v1/zaken?kleur=rood', answer: list }))).toEqual([
    'request: unknown query parameter kleur',
  ]);
  expect(exchangeFlaws(exchange({ path: '/zaken/api/v1/zaken', status: 299 })).join()).toContain(
    'status 299',
  );
  const html = new Headers({ 'Content-Type': 'text/html' });
  expect(exchangeFlaws(exchange({ path: '/zaken/api/v1/zaken', responseHeaders: html })).join()).toContain(
    'text/html',
  );
  const bare = exchange({
    method: 'POST',
    path: '/zaken/api/v1/zaken/_zoek',
    requestHeaders: new Headers(),
    answer: list,
  });
  expect(exchangeFlaws(bare)).toEqual(['request: header Content-Crs is missing']);
});
