import { describe, expect, test } from 'vitest';
import { contract } from '../../shared/contract/index.ts';
import { startCoreWorld } from '../helpers/core-world.ts';
import { doors, type Window } from './doors.ts';

const WRONG = { surely: 'unknown' };
/** What a counter window may call; the kiosk's own calls it is refused before anything else. */
const entries = Object.entries(contract).filter(([, { audience }]) =>
  audience.some((who) => who === 'counter'),
);
const notOurs = Object.keys(contract).filter((name) => !entries.some(([ours]) => ours === name));

const passphrases = {
  clerk: ['medewerker', 'oefenen-aan-de-balie'],
  teamlead: ['teamleider', 'oefenen-met-het-team'],
  administrator: ['beheerder', 'oefenen-met-beheer'],
} as const;

async function logIn(window: Window, role: keyof typeof passphrases): Promise<Window> {
  const [loginName, passphrase] = passphrases[role];
  expect(await window.call('session.login', { loginName, passphrase })).toMatchObject({
    ok: true,
    value: { stage: 'active', staff: { role } },
  });
  return window;
}

/** The code with which each call of the contract refuses an input that nobody can mean. */
async function codes(window: Window): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [name] of entries) {
    const answer = (await window.call(name, WRONG)) as { ok: boolean; error?: { code: string } };
    found[name] = answer.ok ? 'ok' : (answer.error?.code ?? 'no code');
  }
  return found;
}

function expected(codeOf: (access: string) => string): Record<string, string> {
  return Object.fromEntries(entries.map(([name, { access }]) => [name, codeOf(access)]));
}

describe.each(doors)('through $name', (door) => {
  test('every call asks for its session and its role before it looks at the input', async () => {
    const { core } = await startCoreWorld();
    const openWindow = await door.open(core);
    expect(await codes(await openWindow(1))).toEqual(
      expected((access) => (access === 'anyone' ? 'invalidInput' : 'notLoggedIn')),
    );
    const clerk = await logIn(await openWindow(1), 'clerk');
    expect(await codes(clerk)).toEqual(
      expected((access) =>
        access === 'teamlead' || access === 'administrator' ? 'notAllowed' : 'invalidInput',
      ),
    );
    const teamlead = await logIn(await openWindow(1), 'teamlead');
    expect(await codes(teamlead)).toEqual(
      expected((access) => (access === 'administrator' ? 'notAllowed' : 'invalidInput')),
    );
    await clerk.call('session.lock', {});
    expect(await codes(clerk)).toEqual(
      expected((access) => (access === 'anyone' || access === 'present' ? 'invalidInput' : 'locked')),
    );
  });

  test('every call names the field of an input that does not fit', async () => {
    const { core, log } = await startCoreWorld();
    const openWindow = await door.open(core);
    const administrator = await logIn(await openWindow(1), 'administrator');
    for (const [name, { input }] of entries) {
      const first = input.safeParse(WRONG).error?.issues[0];
      const field = first?.code === 'unrecognized_keys' ? 'surely' : first?.path.join('.');
      expect([name, field]).not.toEqual([name, '']);
      expect([name, await administrator.call(name, WRONG)]).toEqual([
        name,
        { ok: false, error: { code: 'invalidInput', field, detail: first?.message } },
      ]);
    }
    expect(log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('a call of another audience is refused, whatever it asks', async () => {
    const { core } = await startCoreWorld();
    const window = await (await door.open(core))(1);
    expect(notOurs).toEqual(['kiosk.state', 'kiosk.take', 'kiosk.checkIn']);
    for (const name of notOurs)
      expect(await window.call(name, WRONG)).toEqual({ ok: false, error: { code: 'wrongAudience' } });
  });

  test('a call that does not exist is unknown', async () => {
    const { core } = await startCoreWorld();
    const window = await (await door.open(core))(1);
    expect(await window.call('visits.everything', {})).toEqual({ ok: false, error: { code: 'unknownCall' } });
  });

  test('a change at a counter is told to the windows of that counter alone', async () => {
    const { core } = await startCoreWorld();
    const openWindow = await door.open(core);
    const one = await logIn(await openWindow(1), 'clerk');
    const two = await logIn(await openWindow(2), 'teamlead');
    const atOne = await one.listen('visit.changed');
    const atTwo = await two.listen('visit.changed');
    const start = { commandId: '11111111-1111-4111-a111-111111111111', group: 'O' };
    await one.call('hall.startWithoutTicket', start);
    expect(await atOne.heard).toEqual({ name: 'visit.changed', data: { counter: 1 } });
    await two.call('hall.startWithoutTicket', {
      ...start,
      commandId: '22222222-2222-4222-a222-222222222222',
    });
    expect(await atTwo.heard).toEqual({ name: 'visit.changed', data: { counter: 2 } });
  });
});
