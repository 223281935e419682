import { expect, test } from 'vitest';
import { en } from '../../../renderer/i18n/en/index.ts';
import { createTexts } from '../../../renderer/i18n/i18n.ts';
import { nl } from '../../../renderer/i18n/nl/index.ts';
import { ErrorCode } from '../../../shared/contract/errors.ts';

/** Every text by its path. */
function flatten(texts: object, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : flatten(value as object, `${path}${key}.`),
  );
}

const holes = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').toSorted();

test('both languages have the same texts with the same places to fill in', () => {
  const english = new Map(flatten(en));
  const dutch = flatten(nl);
  expect([...english.keys()].toSorted()).toEqual(dutch.map(([path]) => path).toSorted());
  const different = dutch.filter(
    ([path, text]) => holes(text).join() !== holes(english.get(path) ?? '').join(),
  );
  expect(different).toEqual([]);
});

test.each(ErrorCode.options)('the failure %s says what happened, what is safe and what to do', (code) => {
  for (const texts of [nl.errors, en.errors]) {
    const { what, safe, now } = texts[code];
    for (const sentence of [what, safe, now]) expect(sentence).toMatch(/^[A-Z].*\.$/);
  }
});

test('numbers choose between one and more', () => {
  const texts = createTexts('nl');
  expect(texts.t('hall:waiting', { count: 1 })).toBe('1 wacht');
  expect(texts.t('hall:waiting', { count: 7 })).toBe('7 wachten');
  expect(texts.t('sync:queued', { count: 0 })).toBe('Er wacht niets op verzending.');
});
