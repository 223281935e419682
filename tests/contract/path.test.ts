import { describe, expect, test } from 'vitest';
import { createTestIds } from '../helpers/ids.ts';
import { startCoreWorld } from '../helpers/core-world.ts';
import { type Door, doors } from './doors.ts';

type Answer = { readonly ok: boolean; readonly value?: Record<string, unknown> | null };

/** One short visit, from signing in to the free counter; the answers in order. */
async function shortVisit(door: Door): Promise<readonly unknown[]> {
  const { core } = await startCoreWorld();
  const window = await (await door.open(core))(1);
  const ids = createTestIds('commands');
  const answers: unknown[] = [];
  const call = async (name: string, input: object = {}): Promise<Answer> => {
    const answer = (await window.call(name, input)) as Answer;
    answers.push([name, answer]);
    return answer;
  };
  const command = () => ({ commandId: ids.uuid() });

  await call('session.state');
  await call('session.login', { loginName: 'medewerker', passphrase: 'oefenen-aan-de-balie' });
  await call('hall.queue');
  const start = { ...command(), group: 'O' };
  await call('hall.startWithoutTicket', start);
  await call('hall.startWithoutTicket', start);
  await call('hall.startWithoutTicket', { ...command(), group: 'O' });
  const visitId = (await call('visits.current')).value?.['visitId'];
  await call('visits.identify', { ...command(), visitId, by: { kind: 'bsn', bsn: '999993653' } });
  await call('visits.revealBsn', { visitId });
  await call('visits.addProduct', { ...command(), visitId, productId: 'vog' });
  await call('transactions.commit', {
    ...command(),
    visitId,
    outcome: 'inOneGo',
    payment: { method: 'card' },
  });
  await call('visits.cancel', { ...command(), visitId });
  await call('visits.current');
  await call('hall.queue');
  await call('visits.finished');
  await call('session.logout');
  return answers;
}

describe.each(doors)('through $name', (door) => {
  test('a short visit goes as it should', async () => {
    const answers = new Map((await shortVisit(door)).map((one) => one as [string, Answer]));
    const outcome = [...answers].map(([name, { ok }]) => `${name} ${ok ? 'ok' : 'refused'}`);
    expect(outcome).toEqual([
      'session.state ok',
      'session.login ok',
      'hall.queue ok',
      'hall.startWithoutTicket refused',
      'visits.current ok',
      'visits.identify ok',
      'visits.revealBsn ok',
      'visits.addProduct ok',
      'transactions.commit refused',
      'visits.cancel ok',
      'visits.finished ok',
      'session.logout ok',
    ]);
    expect(answers.get('visits.identify')).toMatchObject({
      value: { kind: 'identified', visit: { person: { verification: 'verified', bsnMasked: '•••••3653' } } },
    });
    expect(answers.get('visits.current')).toEqual({ ok: true, value: null });
  });
});

test('every door gives the same answers, to the letter', async () => {
  const [first, ...others] = doors;
  if (!first) throw new Error('there are no doors');
  const wanted = await shortVisit(first);
  for (const door of others) expect([door.name, await shortVisit(door)]).toEqual([door.name, wanted]);
});
