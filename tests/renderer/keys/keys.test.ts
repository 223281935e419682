import { expect, test } from 'vitest';
import { createKeyRegistry, type KeyBinding, PAGE_LAYER } from '../../../renderer/keys/key-registry.ts';
import { actionOf, KEY_GROUPS, KEYS, type KeyAction } from '../../../renderer/keys/keys.ts';

const plain = { ctrlKey: false, altKey: false, shiftKey: false };

test('no two actions share a key', () => {
  const combos = Object.values(KEYS);
  expect(new Set(combos).size).toBe(combos.length);
});

test('no key is a single letter or digit: those belong to typing and to speech input', () => {
  expect(Object.values(KEYS).filter((combo) => combo.length === 1)).toEqual([]);
});

test('the help tells every key once', () => {
  const told = Object.values(KEY_GROUPS).flatMap((group) => Object.keys(group));
  expect(told.toSorted()).toEqual(Object.keys(KEYS).toSorted());
});

test.each(Object.entries(KEY_GROUPS))('the help of %s tells the function keys in order', (_group, keys) => {
  const numbers = Object.values(keys).flatMap((combo) => /^(?:Shift\+)?F(\d+)$/.exec(combo)?.[1] ?? []);
  expect(numbers).toEqual(numbers.toSorted((a, b) => Number(a) - Number(b)));
});

test('a key press is recognised with exactly its modifiers', () => {
  expect(actionOf({ ...plain, key: 'F2' })).toBe('callNext');
  expect(actionOf({ ...plain, key: 'F2', shiftKey: true })).toBe('startWithoutTicket');
  expect(actionOf({ ...plain, key: 'F2', altKey: true })).toBeUndefined();
  expect(actionOf({ ...plain, key: 'l', ctrlKey: true })).toBe('lock');
  expect(actionOf({ ...plain, key: 'l' })).toBeUndefined();
  expect(actionOf({ ...plain, key: 'Enter', ctrlKey: true })).toBe('confirmStep');
  expect(actionOf({ ...plain, key: '1', altKey: true })).toBeUndefined();
});

function setUp() {
  const log: string[] = [];
  const registry = createKeyRegistry();
  const binding =
    (action: KeyAction, name: string, isEnabled = true) =>
    (): KeyBinding => ({
      action,
      isEnabled,
      run: () => log.push(name),
      refuse: () => log.push(`${name} refused`),
    });
  return { log, registry, binding };
}

test('a key that cannot work now says why', () => {
  const { log, registry, binding } = setUp();
  registry.bind(PAGE_LAYER, binding('recall', 'recall', false));
  registry.press('recall');
  expect(log).toEqual(['recall refused']);
});

test('under an open dialog a key of the page does nothing but say so, and works again after', () => {
  const { log, registry, binding } = setUp();
  registry.bind(PAGE_LAYER, binding('callNext', 'call'));
  const { close } = registry.openLayer();
  expect(registry.press('callNext')).toBe(false);
  close();
  expect(registry.press('callNext')).toBe(true);
  expect(log).toEqual(['call']);
});

test('locking works under an open dialog too', () => {
  const { log, registry, binding } = setUp();
  registry.bind(PAGE_LAYER, binding('lock', 'lock'));
  registry.openLayer();
  registry.press('lock');
  expect(log).toEqual(['lock']);
});

test('the newest binding wins and gives the key back when it goes', () => {
  const { log, registry, binding } = setUp();
  registry.bind(PAGE_LAYER, binding('finish', 'old'));
  const unbind = registry.bind(PAGE_LAYER, binding('finish', 'new'));
  registry.press('finish');
  unbind();
  registry.press('finish');
  expect(log).toEqual(['new', 'old']);
});
