import { z } from 'zod';
import { MOST } from '../domain/account.ts';
import { Lack, WhyNext, WhyNot } from '../domain/calling-why.ts';
import { ProfileId, WorkAt, WorkProfileName } from './overview.ts';
import { CommandId, call, CounterNumber, Day, Done, Id, Instant, Nothing, push } from './call.ts';

export const GroupLetter = z.string().regex(/^[A-Z]$/);

/** `reason` is apart from `state`: a no-show, a walk-out and a cancel are never mixed in the statistics. */
export const TicketState = z.enum(['waiting', 'called', 'held', 'noShow', 'finished', 'cancelled', 'closed']);
export type TicketState = z.infer<typeof TicketState>;

/** Why a clerk takes somebody who waits or is held out of the hall. */
export const CancelReason = z.enum(['left', 'helpedElsewhere', 'mistake', 'other']);
export type CancelReason = z.infer<typeof CancelReason>;

/** Why a clerk calls a visitor before it is his turn. */
export const ChooseReason = z.enum(['cantWait', 'belongsTogether', 'agreed', 'other']);
export type ChooseReason = z.infer<typeof ChooseReason>;

/** Why a visitor goes first. */
export const PriorityReason = z.enum(['cantStand', 'smallChildren', 'agreed', 'other']);
export type PriorityReason = z.infer<typeof PriorityReason>;

/** Why a visitor who was called is not helped. */
export const NoShowReason = z.enum(['notAppeared', 'visitorLeft', 'atOtherCounter', 'other']);
export type NoShowReason = z.infer<typeof NoShowReason>;

/** Why something happened to a ticket, apart from what. */
export type HallReason =
  | 'checkInUndone'
  | 'endOfDay'
  | CancelReason
  | ChooseReason
  | PriorityReason
  | NoShowReason;

const StaffName = z.string().trim().min(1).max(MOST.name);

export const Ticket = z.strictObject({
  ticketId: Id,
  /** What the visitor reads: group letter and three digits, such as P012. */
  number: z.string(),
  group: GroupLetter,
  groupName: z.string(),
  state: TicketState,
  issuedAt: Instant,
  /** From when the visitor may expect to be called; the wait counts to the first call. */
  waitingSince: Instant,
  firstCalledAt: Instant.nullable(),
  timesCalled: z.int(),
  counter: CounterNumber.nullable(),
  /** Whether the visitor took a number, or the clerk helped him without one. */
  origin: z.enum(['dispenser', 'clerk', 'walkIn']),
  /** The time that the visitor agreed beforehand; null for who came without an appointment. */
  appointmentAt: Instant.nullable().default(null),
  /** What the clerk who held him or sent him on wrote for the next; empty for nothing. */
  note: z.string().default(''),
  /** Name of the clerk who holds him. */
  heldBy: z.string().nullable().default(null),
  /** The one counter that calls him; null for any. */
  sentTo: CounterNumber.nullable().default(null),
  /** Name of the one clerk who calls him while he is logged in; null for any. */
  sentToColleague: StaffName.nullable().default(null),
  /** Not called before this time. */
  notBefore: Instant.nullable().default(null),
  /** A clerk said that he goes first, for instance because he can't stand long. */
  hasPriority: z.boolean().default(false),
  /** Why he goes first; null: he does not, or nobody said why. */
  priorityWhy: PriorityReason.nullable().default(null),
  /** How many persons came with this number. */
  persons: z.int().default(1),
  /** Groups that he needs besides the one that helps him. */
  also: z.array(GroupLetter).default([]),
  /** The number of the others, of who came with them and got one of his own. */
  cameWith: z.string().nullable().default(null),
});
export type Ticket = z.infer<typeof Ticket>;

/** The wait that about four of five visitors will have, in whole minutes. */
export const ExpectedWait = z.strictObject({ fromMinutes: z.int(), toMinutes: z.int() });

const UpNext = z.strictObject({
  ticketId: Id,
  number: z.string(),
  why: WhyNext,
  /** Name of the colleague to whom he was sent and who is not logged in now, so that any counter calls him. */
  awayColleague: z.string().optional(),
});

/** What a counter lacks now to help who needs this group. */
export const GroupLacks = z.strictObject({ group: GroupLetter, lacks: z.array(Lack).min(1) });
export type GroupLacks = z.infer<typeof GroupLacks>;

/** A pre-printed roll of numbers at a workstation, for when the dispenser can't print. */
export const PaperRoll = z.strictObject({
  next: z.int().min(1).max(9999),
  /** Why its numbers are given now; null: they are not, the dispenser prints. */
  why: z.enum(['byHand', 'printer']).nullable(),
});
export type PaperRoll = z.infer<typeof PaperRoll>;

/** By which work profile the caller's counter calls. */
export const CounterWork = z.strictObject({
  ...WorkAt.shape,
  /** What the clerk can choose while no team lead decided. */
  choices: z.array(WorkProfileName),
});
export type CounterWork = z.infer<typeof CounterWork>;

export const QueueSnapshot = z.strictObject({
  day: Day,
  revision: z.int(),
  now: Instant,
  /** Since when the hall that the counters share can't be reached: this is as it was then. Null while it can. */
  awaySince: Instant.nullable(),
  groups: z.array(
    z.strictObject({
      letter: GroupLetter,
      name: z.string(),
      normSeconds: z.int(),
      /** For who comes by appointment. */
      appointmentNormSeconds: z.int(),
      waiting: z.int(),
    }),
  ),
  waiting: z.array(Ticket),
  noShows: z.array(Ticket),
  /** Left out: there is no roll at this workstation. */
  roll: PaperRoll.optional(),
  /** Left out: there are no work profiles. */
  work: CounterWork.optional(),
  /** A team lead closed the counter of the caller: it calls nobody. */
  isClosed: z.boolean().default(false),
  /** Whether the caller may call somebody before his turn. */
  mayChoose: z.boolean().default(false),
  /** The groups that the caller's counter can't help now, each with all that it lacks. */
  lacks: z.array(GroupLacks).default([]),
  /** Who does something first and comes back by himself, longest held first. */
  held: z.array(Ticket),
  /** The ticket at the caller's own counter. */
  current: Ticket.nullable(),
  /** Whom this counter calls next, and why. */
  next: UpNext.nullable(),
  /** Who would come after, as things stand now: at most three. */
  afterNext: z.array(UpNext),
  /** Who waits and can't be called here now. */
  heldBack: z.array(z.strictObject({ ticketId: Id, why: WhyNot })),
  /** The last action of this counter that can still be taken back. */
  undo: z
    .strictObject({
      actionId: Id,
      what: z.enum(['call', 'noShow', 'putBack', 'held', 'transferred', 'cancelled', 'finished']),
      /** Empty for who is helped without a number. */
      number: z.string(),
      until: Instant,
    })
    .nullable(),
});
export type QueueSnapshot = z.infer<typeof QueueSnapshot>;

/** How many persons one number can be for. */
export const Persons = z.int().min(1).max(20);

const Note = z.string().trim().max(200);
const OnTicket = z.strictObject({ commandId: CommandId, ticketId: Id });

export const hallCalls = {
  'hall.queue': call('hall.queue', {
    audience: ['counter'],
    access: 'clerk',
    input: Nothing,
    output: QueueSnapshot,
  }),
  /** Claims the next visitor for the caller's counter; null when nobody waits. */
  'hall.callNext': call('hall.callNext', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ commandId: CommandId }),
    output: Ticket.nullable(),
  }),
  'hall.recall': call('hall.recall', {
    audience: ['counter'],
    access: 'clerk',
    input: OnTicket,
    output: Ticket,
  }),
  'hall.noShow': call('hall.noShow', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ ...OnTicket.shape, reason: NoShowReason.default('notAppeared') }),
    output: Ticket,
  }),
  'hall.putBack': call('hall.putBack', {
    audience: ['counter'],
    access: 'clerk',
    input: OnTicket,
    output: Ticket,
  }),
  /** The visitor does something first, such as a form or a photo; the counter is free for the next. */
  'hall.hold': call('hall.hold', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ ...OnTicket.shape, note: Note }),
    output: Ticket,
  }),
  /** Who was held is at this counter again. */
  'hall.resume': call('hall.resume', {
    audience: ['counter'],
    access: 'clerk',
    input: OnTicket,
    output: Ticket,
  }),
  /**
   * Who is logged in now at the other counters of this location, by name and counter, and which groups each can't help
   * there now; who is logged in at two counters is there twice.
   */
  'hall.colleagues': call('hall.colleagues', {
    audience: ['counter'],
    access: 'clerk',
    input: Nothing,
    output: z.array(
      z.strictObject({
        name: StaffName,
        counter: CounterNumber,
        /** A counter that the team lead closed calls nobody. */
        isOpen: z.boolean(),
        lacks: z.array(GroupLacks).default([]),
      }),
    ),
  }),
  /** Sends the visitor on: to another group, to one counter or colleague, now or later. */
  'hall.transfer': call('hall.transfer', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({
      ...OnTicket.shape,
      /** Null: the group of his number. */
      group: GroupLetter.nullable(),
      counter: CounterNumber.nullable(),
      /** Name of a clerk who is logged in at this location, instead of a counter; `colleagueAway` when he is not. */
      colleague: StaffName.nullable().default(null),
      /** Not called within so many minutes. */
      inMinutes: z.int().min(0).max(240),
      place: z.enum(['kept', 'front', 'end']),
      note: Note,
    }),
    output: Ticket,
  }),
  /**
   * Calls somebody before his turn; `notAllowed` where only a team lead may, `counterLacks` when the counter lacks
   * something for his group that the clerk does not know of.
   */
  'hall.callChosen': call('hall.callChosen', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({
      ...OnTicket.shape,
      reason: ChooseReason,
      /** What the clerk saw that his counter lacks, and calls him all the same. */
      despite: z.array(Lack).default([]),
    }),
    output: Ticket,
  }),
  /** Who waits goes first, for this reason, or no longer does (null). */
  'hall.setPriority': call('hall.setPriority', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ ...OnTicket.shape, priority: PriorityReason.nullable() }),
    output: Ticket,
  }),
  /** How many came with a number and what for besides its group: of who waits, or is at the caller's counter. */
  'hall.setParty': call('hall.setParty', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ ...OnTicket.shape, persons: Persons, also: z.array(GroupLetter).max(8) }),
    output: Ticket,
  }),
  /** Gives some of the persons of a number one of their own, printed where a printer is bound; answers the new one. */
  'hall.split': call('hall.split', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ ...OnTicket.shape, persons: Persons, group: GroupLetter }),
    output: Ticket,
  }),
  /** Takes who waits or is held out of the hall. */
  'hall.cancel': call('hall.cancel', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ ...OnTicket.shape, reason: CancelReason }),
    output: Ticket,
  }),
  'hall.startWithoutTicket': call('hall.startWithoutTicket', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ commandId: CommandId, group: GroupLetter }),
    output: Ticket,
  }),
  'hall.undo': call('hall.undo', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ commandId: CommandId, actionId: Id }),
    output: Done,
  }),
  /** The reception clerk gives a number; it is printed where a printer is bound. */
  'hall.issueTicket': call('hall.issueTicket', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({
      commandId: CommandId,
      group: GroupLetter,
      persons: Persons.default(1),
      /** What he needs besides. */
      also: z.array(GroupLetter).max(8).default([]),
      /** He goes first, for this reason; null: in his turn. */
      priority: PriorityReason.nullable().default(null),
    }),
    output: Ticket,
  }),
  /** Puts a roll of printed numbers in, or takes it out (null); `byHand`: its numbers are given whatever the printer does. */
  'hall.setPaperRoll': call('hall.setPaperRoll', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({
      commandId: CommandId,
      roll: z.strictObject({ next: z.int().min(1).max(9999), byHand: z.boolean() }).nullable(),
    }),
    output: Done,
  }),
  /** The clerk chooses by which profile his counter calls until he logs out; null: his own again. `notAllowed` where a team lead decided. */
  'hall.chooseProfile': call('hall.chooseProfile', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ commandId: CommandId, profile: ProfileId.nullable() }),
    output: Done,
  }),
  /** The window tells whether it has a camera: who needs a photo is called only to a counter that can take one. */
  'hall.sawCamera': call('hall.sawCamera', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ isThere: z.boolean() }),
    output: Done,
  }),
};

export const hallPushes = {
  'hall.changed': push('hall.changed', { audience: ['counter'], data: Nothing }),
};

/** What the waiting hall sees: numbers and counters, nothing that says who somebody is. Always whole, never a change. */
export const BoardSnapshot = z.strictObject({
  /** Only while the hall that counters share can't be reached: since when. */
  awaySince: Instant.optional(),
  revision: z.int(),
  /** Server time, by which the display sets its clock. */
  now: Instant,
  municipality: z.string(),
  location: z.string(),
  languages: z.array(z.enum(['nl', 'en'])).min(1),
  gong: z.boolean(),
  speech: z.boolean(),
  /** Called and not yet finished, newest first; `callId` changes with every (re)call, so that each is announced once. */
  called: z.array(z.strictObject({ callId: Id, number: z.string(), counter: CounterNumber, at: Instant })),
  /** Earlier calls of today, newest first. */
  recent: z.array(z.strictObject({ number: z.string(), counter: CounterNumber })),
  waiting: z.array(
    z.strictObject({
      letter: GroupLetter,
      name: z.string(),
      count: z.int(),
      numbers: z.array(z.string()),
      /** For who comes now; null: nobody can know. */
      expected: ExpectedWait.nullable(),
    }),
  ),
});
export type BoardSnapshot = z.infer<typeof BoardSnapshot>;
