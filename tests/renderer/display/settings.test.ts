import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseSettings, DISPLAY_DEFAULTS } from '../../../renderer/display/settings.ts';
import { DisplayProfile } from '../../../shared/contract/display.ts';

const board: Parameters<typeof chooseSettings>[0] = { languages: ['nl', 'en'], gong: true, speech: false };

test('without anything it is the board as it comes', () => {
  expect(chooseSettings(board, {}, '')).toEqual({
    settings: { ...DISPLAY_DEFAULTS, languages: ['nl', 'en'], gong: true, speech: false },
    ignored: [],
  });
});

test('the address goes before the profile, the profile before the board', () => {
  const { settings } = chooseSettings(
    board,
    { rows: 8, gong: false, speech: true },
    '?rows=6&display=hal-links',
  );
  expect(settings).toMatchObject({ rows: 6, gong: false, speech: true, languages: ['nl', 'en'] });
});

test('every setting can be given in the address', () => {
  const search =
    '?display=hal-links&layout=list&counters=1,2&rows=6&columns=2&waiting=counts&languages=en&ticker=Eerste|Tweede&gong=0&speech=1&dwellSeconds=9&arrows=1:left,2:up';
  const { settings, ignored } = chooseSettings(board, {}, search);
  expect(ignored).toEqual([]);
  expect(settings).toEqual({
    layout: 'list',
    counters: [1, 2],
    rows: 6,
    columns: 2,
    waiting: 'counts',
    languages: ['en'],
    ticker: ['Eerste', 'Tweede'],
    gong: false,
    speech: true,
    dwellSeconds: 9,
    arrows: { 1: 'left', 2: 'up' },
  });
});

describe('a setting that cannot be used is named, and the rest holds', () => {
  test.each([
    ['rows=0', 'rows'],
    ['rows=veel', 'rows'],
    ['layout=groot', 'layout'],
    ['counters=1,balie', 'counters'],
    ['languages=nl,en,nl', 'languages'],
    ['languages=', 'languages'],
    ['arrows=3:schuin', 'arrows'],
    ['arrows=3', 'arrows'],
    ['gong=misschien', 'gong'],
    ['toString=1', 'toString'],
    ['constructor=1', 'constructor'],
    ['rijen=4', 'rijen'],
    ['display=Hal-links', 'display'],
    ['display=hal links', 'display'],
  ])('%s', (search, key) => {
    const { settings, ignored } = chooseSettings(board, {}, `?${search}&columns=2`);
    expect([ignored, settings.columns]).toEqual([[key], 2]);
  });
});

test('whatever the address or a profile says, the outcome is a whole set of settings within its bounds', () => {
  const key = fc.oneof(fc.constantFrom(...Object.keys(DISPLAY_DEFAULTS)), fc.string());
  const source = fc.dictionary(key, fc.oneof(fc.string(), fc.integer(), fc.jsonValue()));
  fc.assert(
    fc.property(source, fc.dictionary(key, fc.string()), (profile, address) => {
      const { settings } = chooseSettings(board, profile, `?${new URLSearchParams(address)}`);
      expect(DisplayProfile.required().safeParse(settings).success).toBe(true);
    }),
  );
});
