import { once } from 'node:events';
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import type { Fault } from '../../electron/practice/faults.ts';
import { startTestPractice, type TestPractice } from './practice-world.ts';
import { typesOf, zaakBody } from './zaak-builder.ts';

const ZAKEN = '/zaken/api/v1/zaken';

/** Makes a zaak while this fault waits; `broken` when no whole answer came. */
async function meet(
  fault: Fault,
): Promise<{ readonly world: TestPractice; readonly status: number | 'broken'; readonly ms: number }> {
  const world = await startTestPractice();
  const types = await typesOf(world, 'BALIE-VOG');
  world.practice.faults.set('zaken', { next: [fault], delayMs: 80, dripMs: 80 });
  const begun = performance.now();
  const status = await world.post(ZAKEN, zaakBody(types, 'BALIE-1')).then(
    (answer) => answer.status,
    () => 'broken' as const,
  );
  return { world, status, ms: performance.now() - begun };
}

test.each<[Fault, number | 'broken', number]>([
  ['refuse', 'broken', 0],
  ['serverError', 503, 0],
  ['tooManyRequests', 429, 0],
  ['badRequest', 400, 0],
  ['delay', 201, 1],
  ['answerLost', 'broken', 1],
  ['answerTwice', 201, 1],
  ['cutMidBody', 'broken', 1],
  ['slowDrip', 201, 1],
])('%s gives %s and leaves %i zaken', async (fault, status, zaken) => {
  const met = await meet(fault);
  expect([met.status, met.world.practice.inspect().zaken.length]).toEqual([status, zaken]);
  expect((await met.world.get(ZAKEN)).status).toBe(200);
});

test.each<Fault>(['delay', 'slowDrip'])('%s takes its time', async (fault) => {
  // A timer may fire a millisecond early, eight of them eight.
  expect((await meet(fault)).ms).toBeGreaterThanOrEqual(72);
});

test('a 429 says when to come back', async () => {
  const world = await startTestPractice();
  world.practice.faults.set('zaken', { next: ['tooManyRequests'], retryAfterSeconds: 7 });
  const answer = await world.get(ZAKEN);
  expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '7']);
});

test('wrong JSON is a success that is not what the registry would say, after the work was done', async () => {
  const world = await startTestPractice();
  const types = await typesOf(world, 'BALIE-VOG');
  const said = new Set<string>();
  for (let number = 1; number <= 20; number += 1) {
    world.practice.faults.set('zaken', { next: ['wrongJson'] });
    // The client that checks every answer against the specification tells what is wrong with this one.
    const flaw = await world.post(ZAKEN, zaakBody(types, `BALIE-${number}`)).then(
      () => 'nothing wrong',
      (error: Error) => error.message.split('\n')[0] ?? '',
    );
    said.add(flaw.replace(/.*(Unexpected token|Unterminated|Unexpected end|201).*/, '$1'));
  }
  expect(said).not.toContain('nothing wrong');
  expect(said.size).toBeGreaterThan(1);
  expect(world.practice.inspect().zaken).toHaveLength(20);
});

test('an answer that comes twice is on the connection twice, word for word', async () => {
  const { practice } = await startTestPractice();
  practice.faults.set('catalogi', { next: ['answerTwice'] });
  const socket = connect(Number(new URL(practice.origin).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write('GET /catalogi/api/v1/zaaktypen HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
  let said = '';
  const answers = (): readonly string[] => said.split('HTTP/1.1 403 Forbidden\r\n').slice(1);
  const whole = (): boolean => answers().length === 2 && said.endsWith('}');
  while (!whole()) said += String(((await once(socket, 'data')) as [Buffer])[0]);
  socket.destroy();
  const [first, second] = answers().map((each) => each.split('\r\n\r\n')[1]);
  expect(first).toBe(second);
  expect(first).toMatch(/^\{.*\}$/);
});
