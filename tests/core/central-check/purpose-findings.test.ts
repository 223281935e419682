import { expect, test } from 'vitest';
import { check, findings } from './check-scene.ts';

const all = { doelbinding: 'BRPACT-Burgerzaken', verwerking: 'Balie' };

test('a header with a doelbinding or verwerking that is not configured is told, with the keys to fill', async () => {
  const result = await check({
    central: (central) => ({
      ...central,
      brp: {
        ...central.brp,
        headers: { 'x-doelbinding': '{doelbinding}', 'x-verwerking': 'Algemeen@{verwerking}' },
        purposes: { identification: all, check: all, gezag: { doelbinding: 'BRPACT-Burgerzaken' } },
      },
    }),
  });
  expect(findings(result)).toEqual([
    'brp: In x-doelbinding hoort een doelbinding, maar die is niet ingesteld voor verification. Waarmee stuurt daar niets.',
    'brp: In x-verwerking hoort een verwerking, maar die is niet ingesteld voor verification, gezag. Waarmee stuurt daar een eigen omschrijving.',
  ]);
  const brp = result.systems.find(({ name }) => name === 'brp');
  expect(brp?.findings.map(({ advice }) => advice)).toEqual([
    expect.stringContaining('central.brp.purposes.verification.doelbinding'),
    expect.stringContaining(
      'central.brp.purposes.verification.verwerking, central.brp.purposes.gezag.verwerking',
    ),
  ]);
});

test('with every purpose named, or with a header that takes none, there is nothing to tell', async () => {
  const named = await check({
    central: (central) => ({
      ...central,
      brp: {
        ...central.brp,
        headers: { 'x-doelbinding': '{doelbinding}', 'x-verwerking': '{verwerking}' },
        purposes: { identification: all, verification: all, check: all, gezag: all },
      },
    }),
  });
  expect(findings(named)).toEqual([]);
  const fixed = await check({
    central: (central) => ({
      ...central,
      brp: { ...central.brp, headers: { 'x-doelbinding': 'BRPACT-Totaal', 'x-gebruiker': '{gebruiker}' } },
    }),
  });
  expect(findings(fixed)).toEqual([]);
});
