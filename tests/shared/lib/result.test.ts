import { expect, test } from 'vitest';
import { fail, ok } from '../../../shared/lib/result.ts';

test('a failure without explanation has only its code', () => {
  expect(fail('notFound')).toEqual({ ok: false, error: { code: 'notFound' } });
  expect(Object.keys(fail('notFound').error)).toEqual(['code']);
  expect(fail('notFound', { field: 'product', detail: 'unknown' })).toEqual({
    ok: false,
    error: { code: 'notFound', field: 'product', detail: 'unknown' },
  });
});

test('a good outcome keeps its value, also when that is nothing', () => {
  expect(ok(null)).toEqual({ ok: true, value: null });
});
