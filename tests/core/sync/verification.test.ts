import { expect, test } from 'vitest';
import type { PersonRecord } from '../../../electron/core/records.ts';
import { problem, type Verdict } from './gateway.ts';
import { openScene, type Scene, statusOf } from './sync-scene.ts';
import { moulin, visitOf } from './visits.ts';

async function verificationOf(changes: Partial<PersonRecord>): Promise<readonly string[]> {
  const scene = await openScene();
  scene.commit(visitOf(1, { person: { ...moulin, verified: false, ...changes }, transactions: [] }));
  await scene.sync.idle();
  expect(statusOf(scene.sync).items).toEqual([]);
  return scene.verified;
}

test('the BRP is asked afterwards, by number or by name and date of birth', async () => {
  expect(await verificationOf({})).toEqual(['verified']);
  // As a machine readable zone writes it.
  expect(await verificationOf({ geslachtsnaam: 'MOULIN' })).toEqual(['verified']);
  expect(await verificationOf({ burgerservicenummer: null })).toEqual(['verified']);
});

test('what differs, and whom nobody knows, is told apart', async () => {
  expect(await verificationOf({ geslachtsnaam: 'Moulinx' })).toEqual(['different']);
  expect(await verificationOf({ geboortedatum: '1985-12-02' })).toEqual(['different']);
  expect(await verificationOf({ burgerservicenummer: null, voornamen: 'Suzan' })).toEqual(['different']);
  expect(await verificationOf({ burgerservicenummer: '999990007' })).toEqual(['notFound']);
  expect(await verificationOf({ burgerservicenummer: null, geslachtsnaam: 'Bestaatniet' })).toEqual([
    'notFound',
  ]);
});

/** Aişe Çağati Inönü of the official fictitious test persons, as the machine readable zone of a passport spells her. */
const INONU = {
  burgerservicenummer: null,
  geslachtsnaam: 'Inoenue',
  voornamen: 'Aise Cagati',
  geboortedatum: '1976-02-02',
};

test('a name that the document spells out is found and compared letter by letter', async () => {
  expect(await verificationOf(INONU)).toEqual(['verified']);
  expect(await verificationOf({ ...INONU, burgerservicenummer: '999990603' })).toEqual(['verified']);
  expect(await verificationOf({ ...INONU, voornamen: 'Ayse' })).toEqual(['different']);
  // A document may have no given names, and then says nothing of them.
  expect(await verificationOf({ voornamen: '' })).toEqual(['verified']);
  expect(await verificationOf({ voornamen: 'Suzan' })).toEqual(['different']);
});

test('half a date of birth gives nothing to ask: the person is neither not found nor different', async () => {
  expect(await verificationOf({ burgerservicenummer: null, geboortedatum: null })).toEqual([]);
  expect(await verificationOf({ geboortedatum: null })).toEqual(['verified']);
});

test('while the BRP is away the question waits, and the rest of the visit does not', async () => {
  const scene = await openScene();
  scene.practice.faults.set('brp', { down: true });
  scene.commit(visitOf(1, { person: { ...moulin, verified: false } }));
  await scene.sync.idle();
  expect(statusOf(scene.sync).items).toMatchObject([{ kind: 'verification', state: 'queued' }]);
  expect(scene.delivered).toEqual(['zaak', 'klantcontact']);
  scene.practice.faults.clear();
  await scene.clock.advance(300_000);
  await scene.sync.idle();
  expect(scene.verified).toEqual(['verified']);
  expect(statusOf(scene.sync).items).toEqual([]);
});

const TEN_MINUTES = 600_000;

/** A day on which the BRP gives every question this answer. */
async function dayOf(verdict: Verdict, visits = 1): Promise<Scene> {
  const scene = await openScene();
  scene.gateway.judge = ({ path }) => (isQuestion(path) ? verdict : 'pass');
  for (let number = 1; number <= visits; number += 1)
    scene.commit(visitOf(number, { person: { ...moulin, verified: false }, transactions: [] }));
  for (let times = 0; times < 6 * 24; times += 1) {
    await scene.sync.idle();
    await scene.clock.advance(TEN_MINUTES);
  }
  await scene.sync.idle();
  return scene;
}

const isQuestion = (path: string): boolean => path.includes('personen');
const questions = ({ gateway }: Scene): number => gateway.seen.filter(({ path }) => isQuestion(path)).length;

test('a question that the BRP refuses is parked with the field, and asked once', async () => {
  const invalidParams = [{ name: 'burgerservicenummer[0]', code: 'pattern', reason: 'Waarde voldoet niet.' }];
  const scene = await dayOf(problem(400, 'paramsValidation', { invalidParams }));
  expect(questions(scene)).toBe(1);
  expect(statusOf(scene.sync).items).toMatchObject([{ kind: 'verification', state: 'parked' }]);
  expect(statusOf(scene.sync).items[0]?.reason).toContain('De BRP weigert dit');
  expect(statusOf(scene.sync).items[0]?.reason).toContain('burgerservicenummer');
});

test.each([401, 403])(
  'a BRP that does not let us in (%i) asks for IT, and is asked less and less',
  async (status) => {
    const scene = await dayOf(problem(status, 'authentication'), 3);
    expect(questions(scene)).toBeLessThan(100);
    for (const { reason } of statusOf(scene.sync).items)
      expect(reason).toContain('Vraag IT om de toegang te controleren');
    expect(statusOf(scene.sync).items).toHaveLength(3);
  },
);

test('a person whom the BRP confirmed at the counter is not asked again', async () => {
  const scene = await openScene();
  scene.commit(visitOf(1, { transactions: [] }));
  await scene.sync.idle();
  expect(scene.verified).toEqual([]);
  expect(scene.gateway.seen.filter(({ path }) => path.includes('personen'))).toEqual([]);
});
