import { expect, test } from 'vitest';
import { readJsonAgenda } from '../../../electron/core/agenda/read-json.ts';
import { startTestPractice } from '../practice-world.ts';

async function ask(origin: string, headers: Record<string, string> = {}) {
  const answer = await fetch(`${origin}/agenda/afspraken.json`, { headers });
  return { status: answer.status, etag: answer.headers.get('etag') ?? '', text: await answer.text() };
}

test('the practice agenda has official test persons around now, and can be read', async () => {
  const { practice, clock } = await startTestPractice({ tls: false });
  expect((await ask(practice.origin)).status).toBe(401);
  const authorization = `Bearer ${practice.credentials.agendaToken}`;
  const first = await ask(practice.origin, { authorization });
  const { appointments, problems } = readJsonAgenda(first.text, () => 'P');
  expect(problems).toEqual([]);
  expect(appointments).toHaveLength(12);
  expect(appointments[0]).toMatchObject({
    code: '240001',
    start: '2026-11-23T08:40:00.000Z',
    bsn: '999990512',
  });
  const persons = new Set(practice.testPersons().map(({ bsn }) => bsn));
  expect(appointments.filter(({ bsn }) => bsn === null || !persons.has(bsn))).toEqual([]);
  expect(appointments.map(({ bsn }) => bsn)).not.toContain('999990147');
  clock.jumpTo('2026-11-23T09:17:00.000Z');
  expect((await ask(practice.origin, { authorization, 'if-none-match': first.etag })).status).toBe(304);
  clock.jumpTo('2026-11-24T22:07:00.000Z');
  const next = await ask(practice.origin, { authorization, 'if-none-match': first.etag });
  expect(readJsonAgenda(next.text, () => 'P').appointments.at(-1)?.start).toBe('2026-11-24T22:50:00.000Z');
});
