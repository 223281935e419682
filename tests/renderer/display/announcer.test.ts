import { expect, test } from 'vitest';
import { createAnnouncer } from '../../../renderer/display/announcer.ts';
import { call, createTestTimers, START } from './helpers.ts';

const NOW = Date.parse(START);

function start() {
  const log: string[] = [];
  const timers = createTestTimers();
  const speaking = { now: false };
  const announcer = createAnnouncer({
    timers,
    dwellMs: () => 6000,
    speaking: () => speaking.now,
    show: (shown) => log.push(`show ${shown?.number ?? 'nothing'}`),
    sound: (sounded) => log.push(`sound ${sounded.number}`),
    silence: () => log.push('silence'),
  });
  return { announcer, timers, log, speaking };
}

test('a call is shown and sounded, sounded once more, and then gives the screen back', () => {
  const { announcer, timers, log } = start();
  announcer.update([call('a', 'P012', 3)], NOW);
  timers.advance(60_000);
  expect(log).toEqual(['show P012', 'sound P012', 'sound P012', 'show nothing']);
});

test('calls that come together are announced one at a time, oldest first, six seconds each', () => {
  const { announcer, timers, log } = start();
  announcer.update([call('b', 'R020', 1, 0), call('a', 'P012', 3, 1)], NOW);
  expect(log).toEqual(['show P012', 'sound P012']);
  timers.advance(5999);
  expect(log).toHaveLength(2);
  timers.advance(1);
  expect(log.slice(2)).toEqual(['show R020', 'sound R020']);
});

test('a call that comes late in the time of another follows at once when that one had its minimum', () => {
  const { announcer, timers, log } = start();
  announcer.update([call('a', 'P012', 3)], NOW);
  timers.advance(8000);
  announcer.update([call('b', 'R020', 1), call('a', 'P012', 3)], NOW);
  expect(log.at(-1)).toBe('sound R020');
});

test('the same snapshot again announces nothing again', () => {
  const { announcer, timers, log } = start();
  announcer.update([call('a', 'P012', 3)], NOW);
  announcer.update([call('a', 'P012', 3)], NOW);
  timers.advance(60_000);
  announcer.update([call('a', 'P012', 3)], NOW);
  expect(log.filter((line) => line === 'show P012')).toHaveLength(1);
});

test('a recall of the same number is announced again', () => {
  const { announcer, timers, log } = start();
  announcer.update([call('a', 'P012', 3)], NOW);
  timers.advance(60_000);
  announcer.update([call('a2', 'P012', 3)], NOW);
  expect(log.filter((line) => line === 'show P012')).toHaveLength(2);
});

test('a call that is taken back disappears at once, from the screen and from the queue', () => {
  const { announcer, timers, log } = start();
  const [a, b, c] = [call('a', 'P012', 3, 2), call('b', 'R020', 1, 1), call('c', 'U003', 2, 0)];
  announcer.update([c, b, a], NOW);
  announcer.update([c], NOW);
  expect(log.slice(2)).toEqual(['silence', 'show U003', 'sound U003']);
  announcer.update([], NOW);
  expect(log.slice(5)).toEqual(['silence', 'show nothing']);
  timers.advance(60_000);
  expect(log).toHaveLength(7);
});

test('a display that starts in the middle of the day does not announce the calls of before', () => {
  const { announcer, log } = start();
  announcer.update([call('a', 'P012', 3, 31)], NOW);
  expect(log).toEqual([]);
});

test('after a lost connection nothing of the queue is announced any more', () => {
  const { announcer, timers, log } = start();
  announcer.update([call('b', 'R020', 1, 0), call('a', 'P012', 3, 1)], NOW);
  announcer.hush();
  timers.advance(60_000);
  expect(log.slice(2)).toEqual(['silence', 'show nothing']);
});

test('the next call waits until the voice has finished the one before, but not for a voice that never ends', () => {
  const { announcer, timers, log, speaking } = start();
  announcer.update([call('c', 'A003', 2, 0), call('b', 'R020', 1, 1), call('a', 'P012', 3, 2)], NOW);
  speaking.now = true;
  timers.advance(9000);
  expect(log.at(-1)).toBe('sound P012');
  speaking.now = false;
  timers.advance(250);
  expect(log.slice(2)).toEqual(['show R020', 'sound R020']);
  speaking.now = true;
  timers.advance(17_900);
  expect(log.at(-1)).toBe('sound R020');
  timers.advance(500);
  expect(log.slice(4)).toEqual(['show A003', 'sound A003']);
});

test('a visitor who was helped for a moment and is back at the counter is not announced again', () => {
  const { announcer, timers, log } = start();
  announcer.update([call('a', 'P012', 3)], NOW);
  timers.advance(15_000);
  announcer.update([], NOW + 15_000);
  const before = log.length;
  announcer.update([call('a', 'P012', 3)], NOW + 20_000);
  timers.advance(60_000);
  expect(log).toHaveLength(before);
});
