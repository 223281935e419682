import { X509Certificate } from 'node:crypto';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createCentralHealth } from '../../electron/core/central/index.ts';
import { createHttpClient } from '../../electron/core/central/http-client.ts';
import { startPractice } from '../../electron/practice/index.ts';
import { systemClock } from '../../electron/hosting/system.ts';
import { testFolder } from '../helpers/store.ts';
import { PERSONS_FILE } from './practice-world.ts';

async function start(databaseFile = ':memory:') {
  const practice = await startPractice({ databaseFile, personsFile: PERSONS_FILE, clock: systemClock });
  onTestFinished(() => practice.stop());
  return practice;
}

/** Asks as the application does, with its own HTTP client; says what went wrong. */
async function ask(origin: string, authorities: readonly string[], again = 1): Promise<readonly string[]> {
  const client = createHttpClient({
    clock: systemClock,
    health: createCentralHealth(systemClock),
    timeoutMs: 2000,
    connections: 1,
    authorities,
  });
  const said: string[] = [];
  for (let time = 0; time < again; time += 1) {
    const answer = await client.send({
      system: 'catalogi',
      method: 'GET',
      url: `${origin}/catalogi/api/v1/zaaktypen`,
      headers: {},
    });
    said.push(answer.ok ? 'ok' : `${answer.error.kind} ${answer.error.status ?? answer.error.code}`);
  }
  await client.stop();
  return said;
}

// No token, so 403: but over a connection that is trusted.
const TRUSTED = 'unauthorized 403';

test('it speaks TLS, and only who trusts its authority speaks with it', async () => {
  const { origin, authority } = await start();
  expect(origin).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
  expect(await ask(origin, [authority ?? ''])).toEqual([TRUSTED]);
  expect(await ask(origin, [])).toEqual(['unreachable UNABLE_TO_VERIFY_LEAF_SIGNATURE']);
  expect(await ask(origin.replace('https', 'http'), [authority ?? ''])).not.toEqual([TRUSTED]);
});

test('the authority stays the same after a restart, and is another for another world', async () => {
  const file = path.join(testFolder(), 'world.db');
  const first = await start(file);
  await first.stop();
  const second = await start(file);
  expect(second.authority).toBe(first.authority);
  expect((await start()).authority).not.toBe(first.authority);
});

test('the authority can sign servers and nothing else', async () => {
  const { authority } = await start();
  const certificate = new X509Certificate(authority ?? '');
  expect(certificate.ca).toBe(true);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
});

test('an expired certificate stops one connection before anything is asked; the next is good again', async () => {
  const { origin, authority, faults } = await start();
  faults.set('catalogi', { next: ['expiredCertificate'] });
  expect(await ask(origin, [authority ?? ''], 3)).toEqual([
    expect.stringContaining('unknownOutcome'),
    'unreachable CERT_HAS_EXPIRED',
    TRUSTED,
  ]);
});
