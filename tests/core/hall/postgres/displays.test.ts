import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { DisplayStatus } from '../../../../shared/contract/display.ts';
import { postgresOfFile, until } from './hall-bench.ts';
import { workstation } from './workstation.ts';

const cluster = postgresOfFile();
const command = () => ({ commandId: randomUUID() });

const GANG: DisplayStatus = {
  displayId: 'd1',
  name: 'gang',
  profile: null,
  profileKnown: true,
  address: '192.0.2.10',
  connected: true,
  since: '2026-11-23T09:30:00.000Z',
  lastContact: '2026-11-23T09:41:50.000Z',
  page: '0123456789abcdef',
  upToDate: true,
  sound: 'on',
  ignored: [],
};

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
  expect(Date.now() - Date.parse(left?.since ?? '')).toBeLessThan(4 * 60_000);
  expect(await audited()).toContainEqual(
    expect.objectContaining({ action: 'displays.refreshed', recordId: 'd1', detail: 'B2' }),
  );
}, 60_000);
