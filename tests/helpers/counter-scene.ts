import type { CallOutput } from '../../shared/contract/index.ts';

/** The moment at which the scene plays: a Monday morning in the winter. */
export const SCENE_NOW = Date.parse('2026-11-23T09:42:00.000Z');

function ago(seconds: number): string {
  return new Date(SCENE_NOW - seconds * 1000).toISOString();
}

/** A logged-in practice counter. */
export const SESSION: CallOutput<'session.state'> = {
  stage: 'active',
  staff: { staffId: 's1', loginName: 'balie', name: 'Medewerker 1', role: 'clerk', active: true },
  municipality: 'Gemeente Voorbeeld',
  location: 'Stadhuis',
  workstation: 'Werkplek 3',
  counter: 3,
  practice: true,
  practiceAccounts: [
    { loginName: 'balie', name: 'Medewerker 1', role: 'clerk', passphrase: 'appel boom fiets maan' },
    { loginName: 'teamleider', name: 'Teamleider 1', role: 'teamlead', passphrase: 'brug kaars linde vos' },
    { loginName: 'beheer', name: 'Beheerder 1', role: 'administrator', passphrase: 'duin haven ladder uil' },
  ],
  idleLockSeconds: 300,
  keyboardReader: { layout: 'us', maxGapMs: 35 },
  displayUrl: 'http://127.0.0.1:4170/display',
  hasAgenda: true,
  hasPickUpMessages: true,
  version: '0.1.0',
};

type Queue = CallOutput<'hall.queue'>;
type Ticket = Queue['waiting'][number];

const NAMES: Readonly<Record<string, string>> = {
  P: 'Paspoort en identiteitskaart',
  R: 'Rijbewijs',
  U: 'Uittreksel',
  V: 'Verhuizing',
  A: 'Akten en aangiften',
};

/** A ticket that waits since so many seconds. */
export function ticket(number: string, waitedSeconds: number, more: Partial<Ticket> = {}): Ticket {
  const group = number.slice(0, 1);
  return {
    ticketId: `t-${number}`,
    number,
    group,
    groupName: NAMES[group] ?? 'Overig',
    state: 'waiting',
    issuedAt: ago(waitedSeconds),
    waitingSince: ago(waitedSeconds),
    firstCalledAt: null,
    timesCalled: 0,
    counter: null,
    origin: 'dispenser',
    appointmentAt: null,
    note: '',
    heldBy: null,
    sentTo: null,
    sentToColleague: null,
    notBefore: null,
    hasPriority: false,
    priorityWhy: null,
    persons: 1,
    also: [],
    cameWith: null,
    ...more,
  };
}

const WAITING = [
  ticket('A007', 790),
  ticket('V002', 560),
  ticket('R021', 500, { persons: 3, also: ['P'] }),
  ticket('P013', 320, { timesCalled: 1 }),
  ticket('U004', 240),
  ticket('P014', 130),
  ticket('R022', 45),
];

/** Seven people wait, one of them over the norm; nobody is at the counter. */
export const QUEUE: Queue = {
  day: '2026-11-23',
  revision: 12,
  now: new Date(SCENE_NOW).toISOString(),
  awaySince: null,
  groups: Object.entries(NAMES).map(([letter, name]) => ({
    letter,
    name,
    normSeconds: 600,
    appointmentNormSeconds: 300,
    waiting: WAITING.filter((one) => one.group === letter).length,
  })),
  waiting: WAITING,
  noShows: [ticket('U003', 2000, { state: 'noShow', firstCalledAt: ago(1500), timesCalled: 2 })],
  held: [],
  isClosed: false,
  mayChoose: true,
  lacks: [],
  current: null,
  next: { ticketId: 't-A007', number: 'A007', why: { code: 'overNorm', normSeconds: 600 } },
  afterNext: [
    { ticketId: 't-V002', number: 'V002', why: { code: 'longestWaiting' } },
    { ticketId: 't-R021', number: 'R021', why: { code: 'longestWaiting' } },
  ],
  heldBack: [
    { ticketId: 't-P013', why: { code: 'deviceAway', devices: ['camera'] } },
    { ticketId: 't-P014', why: { code: 'deviceAway', devices: ['camera'] } },
  ],
  undo: null,
};

/** P012 was just called to this counter and can still be taken back. */
export const QUEUE_CALLED: Queue = {
  ...QUEUE,
  revision: 13,
  current: ticket('P012', 900, { state: 'called', firstCalledAt: ago(4), timesCalled: 1, counter: 3 }),
  undo: { actionId: 'a1', what: 'call', number: 'P012', until: new Date(SCENE_NOW + 9000).toISOString() },
};

/** A visit at the counter with nothing done in it yet. */
export const EMPTY_VISIT: NonNullable<CallOutput<'visits.current'>> = {
  visitId: 'v1',
  counter: 3,
  ticketId: 't-P012',
  number: 'P012',
  groupName: NAMES['P'] ?? '',
  waitedSeconds: 360,
  startedAt: ago(4),
  person: null,
  document: null,
  transactions: [],
  totalCents: 0,
  offeredDocument: null,
};

/** A dispenser almost out of paper, a receipt of which nobody knows whether it came out. */
export const DEVICES: CallOutput<'devices.list'> = {
  devices: [
    {
      role: 'document-reader',
      driver: 'mrz-serial',
      state: 'idle',
      conditions: [],
      identity: 'MRZ reader 2.1',
      since: ago(7000),
    },
    {
      role: 'receipt-printer',
      driver: 'escpos',
      state: 'gone',
      reason: 'noHardware',
      conditions: [],
      since: ago(130),
    },
    {
      role: 'ticket-dispenser',
      driver: 'escpos',
      state: 'idle',
      conditions: ['paperNearEnd'],
      conditionSince: { paperNearEnd: ago(240) },
      since: ago(600),
    },
  ],
  cashDrawer: true,
  problems: [],
  jobs: [
    {
      jobId: 'j1',
      role: 'receipt-printer',
      kind: 'receipt',
      label: 'Bon 2026-000412',
      state: 'unknown',
      createdAt: ago(140),
    },
  ],
};

/** Two messages wait, one is held up. */
export const SYNC: CallOutput<'sync.status'> = {
  online: true,
  queued: 2,
  parked: 1,
  oldestAt: ago(3000),
  waitsSince: ago(300),
  waitsFor: null,
  systems: [
    { name: 'zaken', reachable: true, since: ago(7000), problem: null },
    { name: 'documenten', reachable: true, since: ago(7000), problem: null },
    { name: 'catalogi', reachable: true, since: ago(7000), problem: null },
    {
      name: 'klantinteracties',
      reachable: false,
      since: ago(420),
      problem: { code: 'silent' },
    },
    { name: 'brp', reachable: null, since: null, problem: null },
  ],
  items: [
    {
      itemId: 'i1',
      kind: 'zaak',
      label: 'ZAAK-2026-0000412',
      state: 'parked',
      step: 'rol',
      attempts: 1,
      nextAttemptAt: null,
      reason: {
        code: 'refused',
        system: 'zaken',
        data: {},
        fields: [{ name: 'roltype', why: 'dit type bestaat niet meer in de catalogus' }],
      },
      createdAt: ago(3000),
      canCorrect: false,
      channel: null,
      assignedTo: null,
    },
    {
      itemId: 'i2',
      kind: 'klantcontact',
      label: 'Bon 2026-000415',
      state: 'queued',
      step: null,
      attempts: 3,
      nextAttemptAt: new Date(SCENE_NOW + 60_000).toISOString(),
      reason: null,
      createdAt: ago(300),
      canCorrect: false,
      channel: null,
      assignedTo: null,
    },
  ],
};

/** The practice panel with one printed ticket. */
export const PRACTICE: CallOutput<'practice.state'> = {
  buttons: Object.entries(NAMES).map(([letter, name], index) => ({
    button: index + 1,
    label: `${letter} ${name}`,
  })),
  persons: [
    { personId: 'p1', label: 'Suzanne Moulin', note: 'paspoort, geldig' },
    { personId: 'p2', label: 'Persoon met geheimhouding', note: 'identiteitskaart' },
    { personId: 'p3', label: 'Persoon die overleden is', note: 'paspoort, verlopen' },
    { personId: 'p4', label: 'Vuil document', note: 'kan niet gelezen worden' },
  ],
  documentOnReader: false,
  paper: { receiptPrinter: 'ok', ticketDispenser: 'near' },
  network: 'up',
  pad: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg==',
  messages: [
    {
      messageId: 'm1',
      at: ago(3),
      to: 'suzanne@example.nl',
      subject: 'Uw document ligt klaar',
      text: 'Paspoort ligt klaar bij Gemeente Voorbeeld.',
    },
  ],
  printed: [
    {
      role: 'ticket-dispenser',
      at: ago(45),
      text: '       Gemeente Voorbeeld\n\n             R022\n\n           Rijbewijs\n    23-11-2026     10:41\n',
      png: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
    },
  ],
};

/** No visitor is asked whether he wants a message. */
export const NO_MESSAGES: CallOutput<'messages.offer'> = {
  confirmation: [],
  readyForPickUp: [],
  webForm: [],
  webForms: [],
};
