import { expect, test } from 'vitest';
import { gradeWait, normOf, waitedSeconds } from '../../../renderer/counter/queue/wait.ts';
import { QUEUE, SCENE_NOW, ticket } from '../../helpers/counter-scene.ts';

test.each([
  [449, 600, 'ok'],
  [450, 600, 'near'],
  [600, 600, 'near'],
  [601, 600, 'over'],
  [99_999, 0, 'ok'],
] as const)('a wait of %i s against a norm of %i s is %s', (waited, norm, grade) => {
  expect(gradeWait(waited, norm)).toBe(grade);
});

test('a wait is never negative when the clocks differ', () => {
  expect(waitedSeconds(ticket('P001', -30), SCENE_NOW)).toBe(0);
});

test('a ticket of a group that is no longer there has no norm', () => {
  expect(normOf(QUEUE, ticket('P001', 0))).toBe(600);
  expect(normOf(QUEUE, ticket('Z001', 0))).toBe(0);
});

test('who has an appointment has the norm of appointments', () => {
  const appointmentAt = new Date(SCENE_NOW - 240_000).toISOString();
  expect(normOf(QUEUE, { ...ticket('P001', 0), appointmentAt })).toBe(300);
});
