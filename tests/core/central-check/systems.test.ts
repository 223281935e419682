import { expect, test } from 'vitest';
import { check, findings, heldAfter, products } from './check-scene.ts';

test('all is well: every system answers, its clock is ours, and every product is complete', async () => {
  const result = await check();
  expect(findings(result)).toEqual([]);
  expect(result.systems.map(({ name, clockOffsetSeconds }) => [name, clockOffsetSeconds])).toEqual([
    ['zaken', 0],
    ['documenten', 0],
    ['catalogi', 0],
    ['klantinteracties', 0],
    ['brp', 0],
    ['notify', 0],
  ]);
  expect(result.products.map(({ productId, checked }) => [productId, checked])).toEqual(
    products.map(({ id }) => [id, true]),
  );
});

test('a check leaves nothing behind at the central side', async () => {
  const held = heldAfter(await check());
  expect(held?.zaken).toEqual([]);
  expect(held?.documenten).toEqual([]);
  expect(held?.klantcontacten).toEqual([]);
});

test('a server that is not there is told with the key of its address', async () => {
  const result = await check({
    central: (central) => ({
      ...central,
      zgw: { ...central.zgw, documentenUrl: 'http://127.0.0.1:9/documenten/api/v1' },
    }),
  });
  expect(findings(result)).toEqual(['documenten: De server neemt geen verbinding aan.']);
  expect(result.systems[1]?.findings[0]?.advice).toContain('central.zgw.documentenUrl');
});

test('a name that does not exist', async () => {
  const result = await check({
    central: (central) => ({
      ...central,
      brp: { ...central.brp, url: 'https://brp.gemeente.invalid/haalcentraal/api/brp' },
    }),
  });
  expect(findings(result)).toEqual(['brp: De naam van de server is niet te vinden.']);
});

test('an address that leads to no API', async () => {
  const result = await check({
    central: (central) => ({
      ...central,
      klantinteracties: { ...central.klantinteracties, url: `${central.klantinteracties.url}/v2` },
    }),
  });
  expect(findings(result)).toEqual(['klantinteracties: Op dit adres is geen API.']);
  expect(result.systems[3]?.findings[0]?.advice).toContain('eindigt op /klantinteracties/api/v1');
});

test('a login page or proxy that answers instead', async () => {
  const result = await check({
    faults: (practice) => practice.faults.set('zaken', { chances: { wrongJson: 1 } }),
  });
  expect(findings(result)).toEqual([
    'zaken: Het adres antwoordt, maar niet zoals deze API hoort te doen (200, answer:).',
  ]);
});

test('a server with a fault, and one that is too busy', async () => {
  const result = await check({
    faults: (practice) => {
      practice.faults.set('zaken', { chances: { serverError: 1 } });
      practice.faults.set('documenten', { chances: { tooManyRequests: 1 } });
    },
  });
  expect(findings(result)).toEqual([
    'zaken: De server heeft een storing (503).',
    'documenten: De server is te druk, of staat deze werkplek te weinig vragen toe (429).',
  ]);
});

test('a server that breaks the connection', async () => {
  const result = await check({ faults: (practice) => practice.faults.set('brp', { down: true }) });
  expect(findings(result)).toEqual([
    expect.stringMatching(/^brp: De server antwoordt niet, of verbreekt de verbinding/),
  ]);
});

test('a certificate whose authority this computer does not know, and one it knows', async () => {
  const result = await check({ practice: { tls: true } });
  expect(findings(result)).toEqual([
    ...['zaken', 'documenten', 'catalogi', 'klantinteracties', 'brp', 'notify'].map(
      (name) => `${name}: Deze pc vertrouwt de uitgever van het certificaat niet.`,
    ),
    ...products.map(({ id }) => `${id}: ?`),
  ]);
  expect(result.systems[0]?.findings[0]?.advice).toContain('central.caFile');
  const trusted = await check({
    practice: { tls: true },
    authorities: ({ authority }) => (authority === null ? [] : [authority]),
  });
  expect(findings(trusted)).toEqual([]);
});

test('a client that the zaaksysteem does not know', async () => {
  const result = await check({
    central: (central) => ({ ...central, zgw: { ...central.zgw, clientId: 'iemand-anders' } }),
  });
  expect(findings(result).slice(0, 3)).toEqual(
    ['zaken', 'documenten', 'catalogi'].map(
      (name) => `${name}: Het systeem kent de client "iemand-anders" niet.`,
    ),
  );
});

test('a wrong secret at each system', async () => {
  const result = await check({ secrets: { zgw: 'fout', klantinteracties: 'fout', brp: 'fout' } });
  expect(findings(result).filter((line) => !line.endsWith('?'))).toEqual([
    ...['zaken', 'documenten', 'catalogi'].map(
      (name) => `${name}: Het geheim van de client "waarmee-oefenen" klopt niet.`,
    ),
    expect.stringMatching(/^klantinteracties: Het systeem laat deze werkplek niet toe \(40[13]/),
    expect.stringMatching(/^brp: Het systeem laat deze werkplek niet toe \(401, authentication\)/),
  ]);
});

test('a secret that was never kept on this computer', async () => {
  const result = await check({ secrets: { brp: undefined } });
  expect(findings(result)).toEqual(['brp: Het geheim "brp" staat niet op deze pc.']);
  expect(result.systems[4]?.findings[0]?.advice).toContain('waarmee --store-secret brp');
});

test('the scope to read zaken is missing', async () => {
  const result = await check({ practice: { withheldScopes: ['zaken.lezen'] } });
  expect(findings(result)).toEqual(['zaken: De client "waarmee-oefenen" mist een recht: scope zaken.lezen.']);
});

test('the scope to make zaken is missing: told at every product', async () => {
  const result = await check({ practice: { withheldScopes: ['zaken.aanmaken'] } });
  expect(findings(result)).toEqual(
    products.map(
      ({ id, zaaktype }) =>
        `${id}: De client "waarmee-oefenen" mist een recht: scope zaken.aanmaken voor het zaaktype ${zaaktype}.`,
    ),
  );
});

test('the scope to make documents is missing: told at the products that have documents', async () => {
  const result = await check({ practice: { withheldScopes: ['documenten.aanmaken'] } });
  expect(findings(result)).toEqual(
    products.flatMap(({ id, informatieobjecttypen }) =>
      ['Uittreksel', 'Verklaring', 'Handtekening', 'Pasfoto', 'Bewijsstuk']
        .filter((name) => informatieobjecttypen.includes(name))
        .map(
          (name) =>
            `${id}: De client "waarmee-oefenen" mist een recht: scope documenten.aanmaken voor het informatieobjecttype ${name}.`,
        ),
    ),
  );
});

test.each(['bijwerken', 'lock'])(
  'the scope documenten.%s is missing: told with what it is for',
  async (scope) => {
    const result = await check({
      practice: { withheldScopes: [`documenten.${scope}`] },
      central: (central) => ({ ...central, partsAboveMb: 5 }),
    });
    expect(findings(result)).toEqual([
      `documenten: De client "waarmee-oefenen" mist een recht: scope documenten.${scope}, voor documenten boven 5 MB.`,
    ]);
    expect(result.systems[1]?.findings[0]?.advice).toContain('Geef de applicatie met deze client dat recht');
  },
);

test('a clock that is two minutes behind that of the server', async () => {
  const result = await check({ serverAheadMs: 120_000 });
  expect(result.systems.map(({ clockOffsetSeconds }) => clockOffsetSeconds)).toEqual([
    120, 120, 120, 120, 120, 120,
  ]);
  expect(findings(result)).toEqual(
    ['zaken', 'documenten', 'catalogi', 'klantinteracties', 'brp', 'notify'].map(
      (name) => `${name}: De klok van deze pc loopt 120 seconden achter op die van de server.`,
    ),
  );
});

test('with the catalogus away no product is called good', async () => {
  const result = await check({
    faults: (practice) => practice.faults.set('catalogi', { chances: { serverError: 1 } }),
  });
  expect(findings(result)).toEqual([
    'catalogi: De server heeft een storing (503).',
    ...products.map(({ id }) => `${id}: ?`),
  ]);
});
