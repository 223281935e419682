import type { DisplayStatus } from '../../shared/contract/display.ts';
import type {
  DeviceBinding,
  DeviceCommand,
  DeviceMessage,
  DeviceRole,
  DeviceStatus,
} from '../../shared/contract/device-protocol.ts';
import type { DeviceProcess } from '../../shared/contract/device-setup.ts';
import type { CallInput } from '../../shared/contract/index.ts';
import type {
  BoardSnapshot,
  HallReason,
  PriorityReason,
  QueueSnapshot,
  Ticket,
} from '../../shared/contract/hall.ts';
import type { PracticeRole, PracticeState } from '../../shared/contract/workstation.ts';
import type { StatisticsTicket } from '../../shared/domain/statistics/course.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { GezagView, PersonView } from '../../shared/contract/person-view.ts';
import type { CommittedVisit, PersonRecord } from './records.ts';

/** The doors through which the core reaches the world: interfaces only. A host supplies real ones, a test its own. */

/** Wall clock and timers; tests move it by hand. */
export interface Clock {
  now(): Date;
  /** Calls `run` once after `ms` milliseconds; the answer cancels it. */
  after(ms: number, run: () => void): () => void;
}

export interface Ids {
  /** A random UUID version 4. */
  uuid(): string;
  /** A ULID: 26 characters, sorts by time (github.com/ulid/spec). */
  ulid(): string;
}

/** Structured log of ids and codes; never payloads, names, numbers of persons, keys or tokens. */
export interface Log {
  info(event: string, fields?: Readonly<Record<string, string | number | boolean>>): void;
  warn(event: string, fields?: Readonly<Record<string, string | number | boolean>>): void;
  error(event: string, fields?: Readonly<Record<string, string | number | boolean>>): void;
}

/** Where keys and credentials live: safeStorage in Electron, a 0600 file in serve. */
export interface Secrets {
  /** The secret by its name in the configuration, or undefined when it was never set. */
  read(name: string): string | undefined;
}

/** The device process as the core sees it; made by devices/supervisor.ts. */
export interface DeviceLink {
  statuses(): readonly DeviceStatus[];
  /** False when the device process is down: the command was not taken and nothing happened. */
  send(command: DeviceCommand): boolean;
  onMessage(listener: (message: DeviceMessage) => void): () => void;
  /** How the process itself is doing. */
  process(): DeviceProcess;
  stop(): Promise<void>;
}

/** What works at this workstation now. */
export interface Equipment {
  working(): ReadonlySet<DeviceRole>;
  /** What is bound and can't do its work now; neither what is only starting. */
  broken(): ReadonlySet<DeviceRole>;
  /** Calls back when a device began or ceased to work; the answer ends that. */
  onChange(listener: () => void): () => void;
}

/** Devices that were bound on this workstation; they go before those of the configuration, which IT may keep read-only. */
export interface LocalDevices {
  read(): readonly DeviceBinding[];
  /** Throws when it cannot be kept; then nothing has changed. */
  write(bindings: readonly DeviceBinding[]): void;
}

/** The server of the displays in the hall; a host supplies it. */
export interface Displays {
  /** The address a display opens; null while there is no server. */
  url(): string | null;
  /** The displays that follow, and those that left lately. */
  list(): readonly DisplayStatus[];
  /** Makes a display load its page anew; false when it is not connected. */
  refresh(displayId: string): boolean;
}

export interface HallAction {
  readonly commandId: string;
  readonly counter: number;
  readonly staffId: string;
}

/** An appointment that its visitor has come for. */
export interface CheckIn {
  /** The reference that the agenda knows it by. */
  readonly reference: string;
  /** UTC, ISO 8601. */
  readonly at: string;
}

/** What a clerk wishes for a visitor whom he sends on or holds. */
export interface Wish {
  /** The group that helps him from now on; null: the one of his number. */
  readonly group: string | null;
  /** The one counter that may call him. */
  readonly counter: number | null;
  /** The one clerk who may call him, by the name that colleagues see (accounts are of one PC); while he is logged in. */
  readonly colleague: string | null;
  /** Not called before this time (UTC, ISO 8601). */
  readonly notBefore: string | null;
  /** Keeps his place by arrival, goes before everybody, or behind everybody. */
  readonly place: 'kept' | 'front' | 'end';
  /** For the next clerk; empty for none. */
  readonly note: string;
  /** Name of the clerk who holds him; null when nobody does. */
  readonly heldBy: string | null;
  /** Not called before this time: he was called and did not come (UTC, ISO 8601). */
  readonly lockedUntil: string | null;
  readonly hasPriority: boolean;
  /** Why he goes first; null: he does not, or nobody said why. */
  readonly priorityWhy: PriorityReason | null;
  /** How many persons came with this number: 1 to 20. */
  readonly persons: number;
  /** Letters of the groups that he needs besides the one that helps him. */
  readonly also: readonly string[];
  /**
   * The number that they came with, of who got one of their own: its place in the hall and when it was given, which count
   * for them too (UTC, ISO 8601). Null for everybody else.
   */
  readonly cameWith: {
    readonly number: string;
    readonly position: number;
    readonly issuedAt: string;
  } | null;
}

/** Who came with one number, and what for besides its group. */
export type Party = Pick<Wish, 'persons' | 'also'>;

export type HallBoard = Omit<BoardSnapshot, 'waiting'> & {
  readonly waiting: readonly Omit<BoardSnapshot['waiting'][number], 'expected'>[];
};

/**
 * The waiting hall. All state derives from append-only events. Methods are asynchronous, because the hall may live in
 * another machine's database; repeating a commandId gives the first answer again.
 */
export interface HallEngine {
  issue(input: {
    readonly commandId: string;
    readonly group: string;
    readonly origin: Ticket['origin'];
    readonly staffId: string | null;
    /** The number on the paper that the visitor takes from a pre-printed roll; left out: the next of the group. */
    readonly rollNumber?: number;
    /** Who has an appointment: it gets one ticket, whoever asks first; whoever asks later gets that ticket. */
    readonly appointment?: CheckIn;
    /** Left out: one person, for this group alone. */
    readonly party?: Party;
    /** A clerk said that he goes first, and why; left out: in his turn. */
    readonly priority?: PriorityReason;
    /** Refused with `groupFull` when the group gave so many numbers today, at whichever workstation; left out: no maximum. */
    readonly dailyMaximum?: number;
  }): Promise<Result<Ticket>>;
  /** Claims atomically: two counters never get the same visitor. Null when nobody waits. */
  callNext(action: HallAction): Promise<Result<Ticket | null>>;
  /** Claims this one, whoever's turn it is; a no-show or somebody at a counter is not to be had. */
  callChosen(
    action: HallAction & { readonly ticketId: string; readonly reason: HallReason },
  ): Promise<Result<Ticket>>;
  /** Who waits goes first, for this reason; null: he no longer does. */
  setPriority(
    action: HallAction & { readonly ticketId: string; readonly priority: PriorityReason | null },
  ): Promise<Result<Ticket>>;
  /** How many persons, and which other groups, of who waits or is at this counter. */
  setParty(
    action: HallAction & { readonly ticketId: string; readonly party: Party },
  ): Promise<Result<Ticket>>;
  /** Some of the persons of a number get one of their own, in this group, and wait where they waited; answers the new one. */
  split(
    action: HallAction & {
      readonly ticketId: string;
      readonly persons: number;
      readonly group: string;
      readonly rollNumber?: number;
    },
  ): Promise<Result<Ticket>>;
  recall(action: HallAction & { readonly ticketId: string }): Promise<Result<Ticket>>;
  noShow(
    action: HallAction & { readonly ticketId: string; readonly reason?: HallReason },
  ): Promise<Result<Ticket>>;
  putBack(action: HallAction & { readonly ticketId: string }): Promise<Result<Ticket>>;
  /** Takes who waits or is held out of the hall; what happened to him before stays known. */
  cancel(
    action: HallAction & { readonly ticketId: string; readonly reason: HallReason },
  ): Promise<Result<Ticket>>;
  /** The counter becomes free; the visitor does something first, and comes back without being called. */
  hold(
    action: HallAction & { readonly ticketId: string; readonly wish: Partial<Wish> },
  ): Promise<Result<Ticket>>;
  resume(action: HallAction & { readonly ticketId: string }): Promise<Result<Ticket>>;
  /** The visitor waits again, for another group or counter; his number stays. */
  transfer(
    action: HallAction & { readonly ticketId: string; readonly wish: Partial<Wish> },
  ): Promise<Result<Ticket>>;
  startWithoutTicket(action: HallAction & { readonly group: string }): Promise<Result<Ticket>>;
  undo(
    action: HallAction & { readonly actionId: string },
  ): Promise<Result<{ readonly ticketId: string; readonly number: string }>>;
  finish(action: HallAction & { readonly ticketId: string }): Promise<Result<Ticket>>;
  /**
   * Notes inside the store transaction that is open that the visitor who was called stands at the counter: once for each call,
   * whatever the hall can do now. Nothing for who was not called there.
   */
  arriveInStore(action: Omit<HallAction, 'commandId'> & { readonly ticketId: string }): void;
  /**
   * Records the end of the visit inside the store transaction that is open, so that "klaar" stays one commit, also while a
   * shared hall is away; false when the ticket is known not to be at that counter.
   */
  finishInStore(action: HallAction & { readonly ticketId: string }): boolean;
  /** Who is still in the hall on the tickets of these days, both included (YYYY-MM-DD): waits, is held, at a counter or did not come. */
  leftOver(days: { readonly from: string; readonly to: string }): Promise<readonly Ticket[]>;
  /**
   * Ends a ticket because its day is over, once whoever asks it. Refused with `ticketTaken` for who is at a counter, unless
   * `isAtCounter`: then he is known to be left there without a visit.
   */
  close(input: {
    readonly ticketId: string;
    readonly staffId: string | null;
    readonly isAtCounter: boolean;
  }): Promise<Result<Ticket>>;
  /** The same, but with his number the visitor waits for another group; `hallDayOver` once the day of his number is over. */
  sendOnInStore(action: HallAction & { readonly ticketId: string; readonly group: string }): Result<unknown>;
  current(counter: number): Promise<Ticket | null>;
  ticket(ticketId: string): Promise<Ticket | null>;
  /** The ticket of each appointment of today that was checked in, by its reference. */
  checkedIn(): Promise<ReadonlyMap<string, Ticket>>;
  /** Every ticket of today, in the order in which they came. */
  today(): Promise<readonly Ticket[]>;
  /** What a counter sees. */
  queue(counter: number): Promise<QueueSnapshot>;
  /** What the hall sees; the waits to expect are added by the board. */
  board(): Promise<HallBoard>;
  /** The tickets of these days, both included (YYYY-MM-DD), with all that happened to them. */
  history(days: { readonly from: string; readonly to: string }): Promise<readonly StatisticsTicket[]>;
  /** The same of today, for who looks again and again: only what happened since the last look is read. */
  historyToday(): Promise<readonly StatisticsTicket[]>;
  onChange(listener: () => void): () => void;
  stop(): Promise<void>;
}

/** The way out: what is committed here reaches the central systems exactly once. */
export interface Outbox {
  /** Writes the rows for a committed visit inside the store transaction that is open. */
  enqueue(visit: CommittedVisit): void;
  /** The same for a message to a visitor. */
  notify(notification: {
    readonly notificationId: string;
    readonly visitId: string;
    readonly label: string;
  }): void;
  /** A number that the zaaksysteem gave out for a new zaak, inside the open transaction; undefined: number it ourselves. */
  reservedNumber(): string | undefined;
  /** Tells the pump that there is work; called after the commit. */
  wake(): void;
}

/** A person as the BRP knows him: the facts for the record, and the words for the screen. */
export interface KnownPerson {
  readonly record: PersonRecord;
  readonly view: Pick<
    PersonView,
    | 'fullName'
    | 'shortName'
    | 'birthDateText'
    | 'age'
    | 'sex'
    | 'address'
    | 'nationality'
    | 'dutch'
    | 'warnings'
  >;
}

/** One of several persons that a search found; which one it is, the clerk sees. */
export interface PersonCandidate {
  readonly burgerservicenummer: string;
  readonly voornamen: string;
  readonly fullName: string;
  readonly birthDateText: string;
  readonly address: string;
}

export type PersonSearch =
  | {
      readonly kind: 'name';
      readonly geslachtsnaam: string;
      readonly voorvoegsel?: string;
      readonly voornamen?: string;
      readonly geboortedatum: string;
    }
  | {
      readonly kind: 'nameInMunicipality';
      readonly geslachtsnaam: string;
      readonly voorvoegsel?: string;
      readonly voornamen: string;
      /** Four digits. */
      readonly gemeenteVanInschrijving: string;
    }
  | {
      readonly kind: 'street';
      readonly straat: string;
      readonly huisnummer: number;
      readonly huisletter?: string;
      readonly huisnummertoevoeging?: string;
      readonly gemeenteVanInschrijving: string;
    }
  | {
      readonly kind: 'address';
      readonly postcode: string;
      readonly huisnummer: number;
      readonly huisletter?: string;
      readonly huisnummertoevoeging?: string;
    };

/** Why the BRP is asked who somebody is; each asks its own fields (central/brp/purposes.ts). */
export type PersonPurpose = 'identification' | 'verification' | 'check';

/** Who asks the BRP: both are logged, and sent along where the configured headers say so. */
export interface BrpAsker {
  readonly staffId: string;
  /** For headers; the staffId when absent. */
  readonly loginName?: string;
  readonly visitId?: string;
}

export type PersonAsker = BrpAsker & { readonly purpose: PersonPurpose };

/** Asking the BRP; every question is logged with who asked and why. `brpUnavailable` when it does not answer usefully. */
export interface PersonLookup {
  byBsn(burgerservicenummer: string, asker: PersonAsker): Promise<Result<KnownPerson | null>>;
  search(by: PersonSearch, asker: PersonAsker): Promise<Result<readonly PersonCandidate[]>>;
  /** Who has gezag over a minor, for a product of this zaaktype; null when the BRP says nothing of it. */
  gezagOver(
    burgerservicenummer: string,
    asker: BrpAsker & { readonly zaaktype: string },
  ): Promise<Result<GezagView | null>>;
}

/** The practice environment behind the practice panel; absent outside practice mode. */
export interface PracticeControls {
  state(): PracticeState;
  onChange(listener: () => void): () => void;
  pressButton(button: number): Promise<void>;
  layDocument(personId: string): Promise<void>;
  scanCode(personId: string): Promise<void>;
  setPaper(role: 'receipt-printer' | 'ticket-dispenser', paper: 'ok' | 'near' | 'out'): Promise<void>;
  card(action: CallInput<'practice.card'>['action']): Promise<void>;
  pad(action: CallInput<'practice.pad'>['action']): Promise<void>;
  setNetwork(network: PracticeState['network']): Promise<void>;
  setPlugged(role: PracticeRole, plugged: boolean): Promise<void>;
  secondCounter(): { readonly url: string; readonly counter: number };
}
