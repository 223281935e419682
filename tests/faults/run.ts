import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { FaultSettings } from '../../electron/practice/index.ts';
import { unreliable } from '../../electron/practice/index.ts';
import { type BothSides, readBothSides } from './both-sides.ts';
import type { CentralFacts, CentralOptions } from './central-process.ts';
import { type Chance, createChance } from './chance.ts';
import { createClerk, type Promised } from './clerk.ts';
import { compare, type Finding } from './compare.ts';
import { type Desk, openDesk } from './desk.ts';
import { type Peer, startPeer } from './peer.ts';
import { createRequestCheck } from './request-check.ts';

export interface RunOptions {
  readonly seed: number;
  /** How many products are asked for or picked up; as many zaken, less those that were picked up. */
  readonly transactions: number;
  /** How often the application is killed at a random moment. */
  readonly kills: number;
  /** Part of the requests that fails, from 0 to 1; 0.3 when left out. */
  readonly faults?: number;
  /** Part of the requests that is refused with 400, from 0 to 1. */
  readonly refusals?: number;
  readonly log?: (line: string) => void;
}

export interface Report {
  readonly visits: number;
  readonly requests: number;
  readonly serverRestarts: number;
  readonly clockMoves: number;
  /** Once nothing could be sent any more without a person. */
  readonly found: readonly Finding[];
  /** Items that wait for a person, and those of them that the fault plan did not refuse. */
  readonly parked: number;
  readonly parkedWithoutRefusal: readonly string[];
  /** After a person had everything tried again, without faults. */
  readonly foundAfterRetry: readonly Finding[];
  readonly parkedAfterRetry: number;
  /** Visits that were answered with "klaar", but are not in the file of this computer as answered. */
  readonly lost: readonly string[];
  /** What is wrong with the requests by the official specifications. */
  readonly requestFlaws: readonly string[];
}

/** By seed: the all-in-one calls of Open Zaak are never there, always, or they come and go at every restart of the server. */
const OFFER = ['never', 'always', 'inTurns'] as const;
const PART_BYTES = 500;
const RSIN = '999999990';
/** So that the waits of minutes between two attempts are short here. */
const SPEED = 200;
const START = Date.parse('2026-11-23T07:00:00Z');
const MOST_WRONG_MS = 2 * 3_600_000;
const DRIPS = 0.005;
const DRAINED_WITHIN_MS = 20 * 60_000;
/** The reason of an item that the fault plan refused names this field; see the fault gate of the practice servers. */
const REFUSED_BY_PLAN = '"oefenstoring"';
const PERSONS = path.resolve(import.meta.dirname, '../../resources/testdata/brp-testpersonen.json');

/**
 * Lets a clerk help visitors while the network fails, the application is killed, clocks are moved and the central systems
 * restart; waits until nothing more can be sent; and compares both sides.
 */
export async function runFaults(options: RunOptions): Promise<Report> {
  const folder = mkdtempSync(path.join(tmpdir(), 'waarmee-faults-'));
  const stops: (() => Promise<unknown> | void)[] = [() => rmSync(folder, { recursive: true, force: true })];
  try {
    return await run(options, folder, stops);
  } finally {
    for (const stop of stops.toReversed()) await stop();
  }
}

async function run(
  options: RunOptions,
  folder: string,
  stops: (() => Promise<unknown> | void)[],
): Promise<Report> {
  const { seed, kills, log = () => undefined } = options;
  const chance = createChance(seed);
  const time = { start: START, realStart: Date.now(), speed: SPEED };
  const storeKey = randomBytes(32);
  const central = await openCentral({
    databaseFile: path.join(folder, 'central.db'),
    personsFile: PERSONS,
    time,
    seed,
    faults: planOf(options),
    experimental: OFFER[seed % 3] !== 'never',
    partSize: PART_BYTES,
  });
  stops.push(() => central.kill());
  const check = createRequestCheck();
  const desk = await openDesk(
    {
      ...central.facts,
      dataDir: folder,
      storeKey: storeKey.toString('hex'),
      time,
      timeoutSeconds: 1,
      parallelZaken: 4,
      // Even seeds: documents in parts, and numbers of the zaaksysteem where it has them.
      partsAboveMb: seed % 2 === 0 ? (2 * PART_BYTES) / 1024 / 1024 : 10,
      reserveNumbers: seed % 2 === 0 ? 5 : 0,
    },
    check.saw,
  );
  stops.push(() => desk.kill());
  const trouble = makeTrouble({ desk, central, chance: createChance(seed + 1), kills, log });
  const promised = await help(options, desk, chance, trouble);
  await trouble.done;
  log(`${promised.length} visits are klaar; now everything must arrive`);
  const drained = (): Promise<void> => drain(desk, log);
  await drained();
  const sides = (): BothSides =>
    readBothSides({
      storeFile: path.join(folder, 'waarmee.db'),
      storeKey,
      centralFile: path.join(folder, 'central.db'),
      rsin: RSIN,
      toleranceMs: 2 * MOST_WRONG_MS,
    });
  const settled = await atRest(sides);
  await central.setFaults({});
  await retryAll(desk);
  await drained();
  const afterRetry = await atRest(sides);
  return {
    visits: promised.length,
    requests: check.count(),
    serverRestarts: trouble.count().restarts,
    clockMoves: trouble.count().moves,
    found: settled.found,
    parked: settled.open.filter(({ state }) => state === 'parked').length,
    parkedWithoutRefusal: withoutRefusal(settled.open),
    foundAfterRetry: afterRetry.found,
    parkedAfterRetry: afterRetry.open.length,
    lost: promised.flatMap((each) => lostOf(each, afterRetry)),
    requestFlaws: check.flaws(),
  };
}

function planOf({ faults = 0.3, refusals = 0.002 }: RunOptions): Partial<FaultSettings> {
  return {
    // All kinds alike, but for the drip: it costs two real seconds each time.
    chances: {
      ...unreliable(((faults - refusals - DRIPS) * 11) / 10),
      slowDrip: DRIPS,
      badRequest: refusals,
    },
    // Twenty seconds of this day.
    delayMs: 100,
    // Longer than the application waits for a whole answer.
    dripMs: 2200,
    retryAfterSeconds: 20,
  };
}

interface Central {
  readonly facts: CentralFacts;
  setFaults(faults: Partial<FaultSettings>): Promise<void>;
  restart(): Promise<void>;
  kill(): Promise<void>;
}

async function openCentral(options: CentralOptions): Promise<Central> {
  const script = new URL('./central-process.ts', import.meta.url);
  let { seed, experimental } = options;
  let peer: Peer = await startPeer(script, options);
  return {
    facts: (await peer.ask('facts')) as CentralFacts,
    setFaults: async (faults) => void (await peer.ask({ seed, faults })),
    restart: async () => {
      await peer.kill();
      seed += 1;
      if (OFFER[options.seed % 3] === 'inTurns') experimental = !experimental;
      peer = await startPeer(script, { ...options, seed, experimental });
    },
    kill: () => peer.kill(),
  };
}

interface Trouble {
  /** Resolves when so many kills have been. */
  killed(count: number): Promise<void>;
  readonly done: Promise<void>;
  count(): { readonly restarts: number; readonly moves: number };
}

/** Kills the application at random moments; now and then moves its clock, or kills the central systems. */
function makeTrouble(deps: {
  readonly desk: Desk;
  readonly central: Central;
  readonly chance: Chance;
  readonly kills: number;
  readonly log: (line: string) => void;
}): Trouble {
  const { desk, central, chance, kills, log } = deps;
  let [killed, restarts, moves, ahead] = [0, 0, 0, 0];
  let waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  const tell = (): void => {
    for (const each of waiting) if (killed >= each.count) each.resolve();
    waiting = waiting.filter(({ count }) => killed < count);
  };
  const done = (async () => {
    for (; killed < kills; tell()) {
      await delay(chance.between(100, 1500));
      if (chance() < 0.3) {
        ahead = chance.between(-MOST_WRONG_MS, MOST_WRONG_MS);
        moves += 1;
        if (chance() < 0.5) await desk.setAhead(ahead);
      }
      if (chance() < 0.2) {
        restarts += 1;
        await central.restart();
      }
      await desk.killAndStart(ahead);
      killed += 1;
      if (killed % 10 === 0) log(`killed ${killed} times`);
    }
  })();
  return {
    done,
    killed: (count) =>
      new Promise((resolve) => {
        waiting.push({ count, resolve });
        tell();
      }),
    count: () => ({ restarts, moves }),
  };
}

/** Helps visitors until so many products were dealt with, spread over the kills. */
async function help(
  { transactions, kills }: RunOptions,
  desk: Desk,
  chance: Chance,
  trouble: Trouble,
): Promise<readonly Promised[]> {
  const clerk = createClerk(desk.call, chance);
  const promised: Promised[] = [];
  let dealtWith = 0;
  while (dealtWith < transactions) {
    await Promise.race([trouble.killed(Math.floor((dealtWith / transactions) * kills)), trouble.done]);
    if (chance() < 0.15) promised.push(await clerk.question());
    const helped = await clerk.visit(transactions - dealtWith);
    promised.push(helped);
    dealtWith += helped.zaken.length;
  }
  return promised;
}

/** Waits until nothing is left but what waits for a person. */
async function drain(desk: Desk, log: (line: string) => void): Promise<void> {
  const begun = Date.now();
  for (let told = begun; Date.now() - begun < DRAINED_WITHIN_MS; await delay(200)) {
    // The clerk is there all the while: nobody locks the window.
    await desk.call('session.touch', {});
    const status = await desk.call('sync.status', {});
    if (!status.ok) throw new Error(`sync.status: ${status.error.code}`);
    const { items, queued, parked } = status.value;
    const stuck = items.filter(({ state, nextAttemptAt }) => state === 'parked' && nextAttemptAt === null);
    // A pick-up goes after the application of the same zaak.
    const behind = items.filter(
      ({ kind, state, label }) =>
        state === 'queued' && stuck.some((ahead) => ahead.kind === kind && ahead.label === label),
    );
    if (parked === stuck.length && queued === behind.length) return;
    if (Date.now() - told < 10_000) continue;
    told = Date.now();
    log(`${queued} to send, ${parked} parked`);
  }
  throw new Error('not everything was sent in time');
}

async function retryAll(desk: Desk): Promise<void> {
  const status = await desk.call('sync.status', {});
  if (!status.ok) throw new Error(`sync.status: ${status.error.code}`);
  for (const { itemId } of status.value.items)
    await desk.call('sync.retry', { commandId: crypto.randomUUID(), itemId });
}

interface Rest {
  readonly found: readonly Finding[];
  readonly open: BothSides['open'];
  readonly visits: BothSides['visits'];
  readonly messages: BothSides['messages'];
}

/** Compares while both sides have nothing to do. */
async function atRest(sides: () => BothSides): Promise<Rest> {
  const both = sides();
  try {
    return { found: compare(both), open: both.open, visits: both.visits, messages: both.messages };
  } finally {
    both.close();
  }
}

/** What waits, though neither it nor what goes before it at the same zaak was refused by the plan. */
function withoutRefusal(open: BothSides['open']): readonly string[] {
  const refused = open.filter(({ reason }) => reason?.includes(REFUSED_BY_PLAN));
  return open
    .filter((item) => !refused.some(({ kind, label }) => kind === item.kind && label === item.label))
    .map(({ kind, label, state, reason }) => `${kind} ${label} ${state}: ${reason}`);
}

/** What was answered to the clerk and is not on disk so. */
function lostOf(promise: Promised, { visits, messages }: Rest): readonly string[] {
  const visit = visits.find(({ visitId }) => visitId === promise.visitId);
  const kept =
    visit?.transactions.flatMap(({ attachments }) => attachments.map(({ sha256 }) => sha256)) ?? [];
  const same =
    visit?.receiptNumber === promise.receiptNumber &&
    visit.transactions.map(({ zaakIdentificatie }) => zaakIdentificatie).join() === promise.zaken.join() &&
    promise.pictures.every((picture) => kept.includes(picture)) &&
    messages.filter(({ visitId }) => visitId === promise.visitId).length === promise.messages;
  return same ? [] : [`visit ${promise.visitId}`];
}
