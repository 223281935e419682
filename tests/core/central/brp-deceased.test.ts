import { expect, test } from 'vitest';
import { queryFor } from '../../../electron/core/central/brp/query.ts';

test('a search by name also finds who died, so that the passport of a dead person is seen for what it is', () => {
  const query = queryFor(
    { kind: 'name', geslachtsnaam: 'Buidel', geboortedatum: '1948-01-17' },
    'identification',
  );
  expect(query).toMatchObject({ ok: true, value: { inclusiefOverledenPersonen: true } });
});
