import { expect, test } from 'vitest';
import { problem } from './gateway.ts';
import { context, openScene, statusOf } from './sync-scene.ts';
import { uittreksel, visitOf } from './visits.ts';

test('a text that is too long is made shorter by a clerk and goes; the record keeps all of it', async () => {
  const scene = await openScene();
  const reden = 'De aanvrager heeft het uittreksel nodig voor een bank in het buitenland.';
  const tooLong = problem(400, 'invalid', {
    invalidParams: [{ name: 'waarde', code: 'max_length', reason: 'Niet meer dan 20 tekens.' }],
  });
  scene.gateway.judge = ({ method, path, body }) =>
    method === 'POST' && path.endsWith('/zaakeigenschappen') && body.includes(reden) ? tooLong : 'pass';
  const visit = visitOf(1, {
    transactions: [uittreksel(1, { eigenschappen: { kanaal: reden, leges: '16,80' } })],
  });
  scene.commit(visit);
  await scene.sync.idle();
  const item = statusOf(scene.sync).items.find(({ state }) => state === 'parked');
  if (!item) throw new Error('nothing is held up');
  const inspect = () => scene.sync.handlers['sync.inspect'].run({ itemId: item.itemId }, context);
  expect(await inspect()).toMatchObject({ ok: true, value: { tooLong: reden } });
  const audited: string[] = [];
  const clerk = { staffId: 's1', loginName: 'b', name: 'Bea', role: 'clerk', active: true } as const;
  const shorten = (text: string) =>
    scene.store.atomically(() =>
      scene.sync.handlers['sync.shorten'].run(
        { commandId: 'c', itemId: item.itemId, text },
        { ...context, staff: clerk, audit: (...line) => void audited.push(line.join(' ')) },
      ),
    );
  expect(shorten(`${reden}!`)).toMatchObject({ ok: false, error: { code: 'invalidInput', field: 'text' } });
  expect(audited).toEqual([]);
  expect(shorten('Bank in buitenland')).toMatchObject({ ok: true });
  await scene.sync.idle();
  expect(statusOf(scene.sync).items).toEqual([]);
  const values = scene.practice.inspect().zaakeigenschappen.map(({ waarde }) => waarde);
  expect(values).toEqual(['Bank in buitenland', '16,80']);
  // Nobody reads in the audit what the text was.
  expect(audited).toEqual([`sync.shorten outbox ${item.itemId} ${item.label}, eigenschap:kanaal`]);
  expect(shorten('Bank')).toMatchObject({ ok: false, error: { code: 'notParked' } });
  expect(visit.transactions[0]?.eigenschappen['kanaal']).toBe(reden);
});
