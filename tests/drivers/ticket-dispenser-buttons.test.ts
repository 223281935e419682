import { expect, test } from 'vitest';
import { createButtons } from '../../drivers/ticket-dispenser/buttons.ts';
import { manualClock } from './helpers/manual-clock.ts';

function buttons() {
  const clock = manualClock();
  const life = new AbortController();
  const events: string[] = [];
  const made = createButtons(4, clock, life.signal, {
    pressed: (button) => events.push(`press ${button}`),
    stuck: (on) => events.push(`stuck ${on}`),
  });
  made.observe(0);
  return { clock, life, events, observe: made.observe };
}

test('a bouncing contact is one press', () => {
  const { clock, events, observe } = buttons();
  for (const level of [1, 0, 1, 0, 1]) {
    observe(level);
    clock.advance(10);
  }
  clock.advance(40);
  observe(0);
  clock.advance(40);
  expect(events).toEqual(['press 1']);
});

test('a spike shorter than 40 ms is no press', () => {
  const { clock, events, observe } = buttons();
  observe(0b0100);
  clock.advance(39);
  observe(0);
  clock.advance(1000);
  expect(events).toEqual([]);
});

test('a press that is read in one go, because the PC gave no turn meanwhile, is one press', () => {
  const manual = manualClock();
  let late = 0;
  const clock = { ...manual, now: () => new Date(manual.now().getTime() + late) };
  const events: string[] = [];
  const { observe } = createButtons(1, clock, new AbortController().signal, {
    pressed: (button) => events.push(`press ${button}`),
    stuck: () => undefined,
  });
  observe(0);
  clock.advance(1000);
  late = 200;
  for (const level of [1, 0, 1, 0]) observe(level);
  clock.advance(1000);
  expect(events).toEqual(['press 1']);
  observe(1);
  observe(0);
  clock.advance(1000);
  expect(events).toEqual(['press 1']);
});

test('told the same level again and again, a press stays one press', () => {
  const { clock, events, observe } = buttons();
  for (let i = 0; i < 100; i += 1) {
    observe(0b1000);
    clock.advance(50);
  }
  expect(events).toEqual(['press 4']);
});

test('two buttons at once are two presses', () => {
  const { clock, events, observe } = buttons();
  observe(0b0011);
  clock.advance(40);
  expect(events).toEqual(['press 1', 'press 2']);
});

test('ten seconds down is stuck, until all stuck buttons are let go', () => {
  const { clock, events, observe } = buttons();
  observe(0b0011);
  clock.advance(10_100);
  observe(0b0001);
  clock.advance(40);
  observe(0);
  clock.advance(40);
  expect(events).toEqual(['press 1', 'press 2', 'stuck true', 'stuck true', 'stuck true', 'stuck false']);
});

test('a button that is down at the first look is no press, but can be stuck', () => {
  const clock = manualClock();
  const events: string[] = [];
  const made = createButtons(2, clock, new AbortController().signal, {
    pressed: (button) => events.push(`press ${button}`),
    stuck: (on) => events.push(`stuck ${on}`),
  });
  made.observe(0b10);
  clock.advance(10_000);
  made.observe(0);
  clock.advance(40);
  made.observe(0b10);
  clock.advance(40);
  expect(events).toEqual(['stuck true', 'stuck false', 'press 2']);
});

test('after the connection ended nothing comes any more', () => {
  const { clock, life, events, observe } = buttons();
  observe(1);
  life.abort();
  clock.advance(60_000);
  observe(0b11);
  clock.advance(60_000);
  expect(events).toEqual([]);
});
