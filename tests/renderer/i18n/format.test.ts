import { expect, test } from 'vitest';
import { formatSince } from '../../../renderer/i18n/format.ts';

const NOON = Date.parse('2026-11-24T11:00:00.000Z');

test.each([
  ['today', '2026-11-24T09:42:00.000Z', '10:42'],
  ['yesterday', '2026-11-23T15:40:00.000Z', '23-11 16:40'],
  ['just after midnight here, which is yesterday in UTC', '2026-11-23T23:05:00.000Z', '00:05'],
])('since %s', (_, at, text) => {
  expect(formatSince(at, NOON)).toBe(text);
});
