import { expect, test } from 'vitest';
import { notifyKey, notifyToken } from '../../../electron/core/central/notify/notify-token.ts';

const SERVICE = '26785a09-ab16-4eb0-8407-a37497a57506';
const SECRET = '3d844edf-8d35-48ac-975b-e847b4f122b0';

test('a key is taken apart from its end: its name may have hyphens too', () => {
  const parts = { serviceId: SERVICE, secret: SECRET };
  expect(notifyKey(`balie-${SERVICE}-${SECRET}`)).toEqual(parts);
  expect(notifyKey(`balie-2026-hal-${SERVICE}-${SECRET}\n`)).toEqual(parts);
});

test.each(['', SECRET, `balie-${SERVICE}`, `balie-${SERVICE}-${SECRET.slice(1)}`])('%j is no key', (text) => {
  expect(notifyKey(text)).toBeUndefined();
});

// The same claims signed with Python's hmac and hashlib.
test('the token of a known key and moment', () => {
  const key = { serviceId: SERVICE, secret: SECRET };
  expect(notifyToken(key, new Date('2026-11-23T09:00:00.900Z'))).toBe(
    'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJpc3MiOiIyNjc4NWEwOS1hYjE2LTRlYjAtODQwNy1hMzc0OTdhNTc1MDYiLCJpYXQiOjE3OTU0MjQ0MDB9.RlqnDo9RUAdnuGRWmvQ94MiOGRZfnwzstAOrg3edg1M',
  );
});
