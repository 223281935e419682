import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { GANG } from '../../../helpers/display-status.ts';
import { postgresOfFile, until } from './hall-bench.ts';
import { workstation } from './workstation.ts';

const cluster = postgresOfFile();
const command = () => ({ commandId: randomUUID() });

test('the displays of another PC are seen with their own, loaded anew from here, and gone when that PC is', async () => {
  const server = await cluster().hall();
  const { must, ask, audited } = await workstation(1, server, 'teamleider');
  const refreshed: string[] = [];
  const other = await workstation(2, server, 'medewerker', {
    url: () => null,
    list: () => [GANG],
    refresh: (displayId) => refreshed.push(displayId) > 0,
  });
  const listed = () => must('displays.list', {});
  /** What a team lead decides is read back at once, with all else that the others told. */
  const reread = () => must('overview.assign', { ...command(), counter: 1, isOpen: true, profile: null });
  await until(async () => (await listed()).length === 1);
  expect(await listed()).toEqual([{ ...GANG, workstation: 'B2' }]);
  expect(await other.must('displays.list', {})).toEqual([{ ...GANG, workstation: null }]);

  await must('displays.refresh', { ...command(), displayId: 'd1', workstation: 'B2' });
  await until(async () => refreshed.length === 1);
  for (const [displayId, where] of [
    ['d1', 'B3'],
    ['d2', 'B2'],
    ['d1', null],
  ] as const)
    expect(await ask('displays.refresh', { ...command(), displayId, workstation: where })).toMatchObject({
      error: { code: 'notFound' },
    });

  await other.core.stop();
  await cluster().admin(
    server.database,
    `UPDATE waarmee.hall_workstation SET seen = '2026-11-23T09:45:00.250Z', displays = displays || '[{"displayId": 7}]' WHERE workstation = 'B2'`,
  );
  await reread();
  expect(await listed()).toEqual([]);
  await cluster().admin(
    server.database,
    `UPDATE waarmee.hall_workstation SET seen = date_trunc('minute', now()) - interval '2 minutes' WHERE workstation = 'B2'`,
  );
  await reread();
  const [left] = await listed();
  expect(left).toMatchObject({ displayId: 'd1', connected: false, workstation: 'B2' });
  expect(await ask('displays.refresh', { ...command(), displayId: 'd1', workstation: 'B2' })).toMatchObject({
    error: { code: 'notFound' },
  });
  expect(Date.now() - Date.parse(left?.since ?? '')).toBeLessThan(4 * 60_000);
  expect(await audited()).toContainEqual(
    expect.objectContaining({ action: 'displays.refreshed', recordId: 'd1', detail: 'B2' }),
  );
});

test('with the database away the displays of another PC are listed as they were, and none is said to load anew', async () => {
  const server = await cluster().hall();
  const { must, ask } = await workstation(1, server, 'teamleider');
  await workstation(2, server, 'medewerker', { url: () => null, list: () => [GANG], refresh: () => true });
  await until(async () => (await must('displays.list', {})).length === 1);
  cluster().stop();
  onTestFinished(() => cluster().start());
  await until(async () => (await must('hall.queue', {})).awaySince !== null);
  expect(await must('displays.list', {})).toEqual([{ ...GANG, workstation: 'B2' }]);
  expect(await ask('displays.refresh', { ...command(), displayId: 'd1', workstation: 'B2' })).toMatchObject({
    error: { code: 'hallUnavailable' },
  });
});
