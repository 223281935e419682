import type { DeviceBinding, DeviceMessage, DeviceRole } from '../../../shared/contract/device-protocol.ts';
import type { DeviceTask, DeviceTaskEnd } from '../../../shared/contract/device-task.ts';
import type { KioskLanguage } from '../../../shared/contract/kiosk.ts';
import type { PrintJob } from '../../../shared/contract/workstation.ts';
import type { ZaakStatus } from '../../../shared/contract/zaken.ts';
import type { Events } from '../events.ts';
import type { Handlers } from '../handlers.ts';
import type { IssuedTicket } from '../hall/index.ts';
import { isRollNumber } from '../../../shared/domain/ticket-number.ts';
import type { Clock, DeviceLink, Ids, LocalDevices, Log } from '../ports.ts';
import type { CommittedVisit } from '../records.ts';
import type { Config } from '../settings/config-schema.ts';
import type { Store } from '../store/store.ts';
import { createTurns } from '../turns.ts';
import { type IssueTicket, watchButtons } from './button-desk.ts';
import { createBindings } from './bindings.ts';
import { type DeviceCalls, deviceHandlers } from './device-handlers.ts';
import { works } from './equipment.ts';
import { createCashDrawer, DRAWER_DEADLINE_MS } from './cash-drawer.ts';
import { checkDevice } from './health-check.ts';
import { createLetterhead } from './logo.ts';
import { createPrintJobs, type NewPrintJob } from './print-jobs.ts';
import { startPump } from './print-pump.ts';
import { runTask, type TaskOptions } from './run-task.ts';
import { receiptDocument } from './receipt-document.ts';
import { receiptOfVisit } from './receipt-of-visit.ts';
import { zaakNote } from './zaak-note.ts';
import { type SetupCalls, setupHandlers } from './setup-handlers.ts';
import { traceWriter } from './write-trace.ts';
import { refusalDocument, ticketDocument } from './ticket-document.ts';
import { paperLanguages } from './ticket-texts.ts';

export type { IssueTicket } from './button-desk.ts';
export type { DeviceChannel } from './device-channel.ts';
export { forkDeviceProcess } from './fork-channel.ts';
export { superviseDevices } from './supervisor.ts';
export { mergeBindings } from './bindings.ts';
export type { DeviceCalls } from './device-handlers.ts';
export { equipmentOf } from './equipment.ts';
export type { NewPrintJob, PrinterRole } from './print-jobs.ts';

export interface DevicesDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly events: Events;
  readonly link: DeviceLink;
  readonly config: Config;
  readonly local: LocalDevices;
  /** Folder for the traces that IT saves; made when the first is. */
  readonly traceDir: string;
  readonly issue: IssueTicket;
  /** Whether visitors take a paper from a pre-printed roll now. */
  readonly onRoll: () => boolean;
  /** PNG of the municipality's logo, printed above tickets and receipts; null for none. */
  readonly logoFile: string | null;
  /** What is wrong in the configuration with these devices, in lines for IT. */
  readonly judge?: (bindings: readonly DeviceBinding[]) => readonly string[];
}

export type WhyUnreadable = Extract<DeviceMessage, { type: 'documentUnreadable' }>['why'];

export interface Devices {
  readonly handlers: Handlers<DeviceCalls | SetupCalls>;
  /** Puts a paper in its printer's queue; inside a store transaction it only writes the row. Answers the job's id. */
  print(job: NewPrintJob): string;
  /** Prints a number, once per ticket; null when no dispenser is set. */
  printTicket(issued: IssuedTicket, language?: KioskLanguage): string | null;
  /** Whether a number can come out on paper now. */
  paper(): boolean;
  /** Prints a visit's receipt, once per visit; null when no printer is set. */
  printReceipt(visit: CommittedVisit, changeCents: number): { readonly jobId: string } | null;
  /** The zaak number of a pick-up was corrected: a receipt that still waits for paper gets the new one. */
  correctReceipt(visitId: string, was: string, zaakIdentificatie: string): void;
  /** Prints how a zaak stands; false when no printer is set. */
  printZaak(zaak: ZaakStatus): boolean;
  /** What became of a paper, or of its last reprint; undefined for an unknown job. */
  jobState(jobId: string): PrintJob['state'] | undefined;
  /** Each document that the reader read, as lines of its machine readable zone. The answer stops listening. */
  onDocumentRead(listener: (lines: readonly string[]) => void): () => void;
  onDocumentUnreadable(listener: (why: WhyUnreadable) => void): () => void;
  /** The burgerservicenummer in the code of a document. */
  onCodeScanned(listener: (bsn: string) => void): () => void;
  /** A cash payment is committed: opens the drawer once, when the configuration says so. */
  cashPaid(): void;
  isBound(role: DeviceRole): boolean;
  /** Has a device do something with the visitor; see runTask. */
  runTask(role: DeviceRole, task: DeviceTask, options: TaskOptions): Promise<DeviceTaskEnd>;
  /** Stop the device link first: the last answers of the printers are still noted. */
  stop(): void;
}

const receiptKey = (visitId: string): string => `receipt/${visitId}`;

const DAY_MS = 24 * 3_600_000;
/** A large picture at 9600 baud, asked twice. */
const PHOTO_DEADLINE_MS = 80_000;

/** The device link of a workstation without devices: nothing is there, and nothing is taken. */
export const noDevices: DeviceLink = {
  statuses: () => [],
  send: () => false,
  onMessage: () => () => undefined,
  process: () => ({ running: false, ended: 0, lastEnd: null }),
  stop: () => Promise.resolve(),
};

/**
 * The devices of this workstation, behind the device process. What was printing when the program ended is unknown from
 * now on: the clerk is asked, it never prints again by itself. Publishes `devices.changed`.
 */
export function createDevices(deps: DevicesDeps): Devices {
  const { store, clock, ids, log, events, link, config } = deps;
  const jobs = createPrintJobs({ store, clock, ids });
  const interrupted = jobs.interrupt();
  if (interrupted > 0) log.warn('devices.printInterrupted', { jobs: interrupted });
  jobs.purge(new Date(clock.now().getTime() - config.retention.days * DAY_MS));

  const changed = () => events.publish({ name: 'devices.changed', data: {} });
  const dress = createLetterhead(deps.logoFile, log);
  const pump = startPump({ jobs, link, clock, log, changed, dress, afterCommit: store.afterCommit });
  /** A task without a person in front of it: it has no stages to tell and nobody cancels it. */
  const runQuietly = (role: DeviceRole, task: DeviceTask, deadlineMs: number) =>
    runTask({ link, clock, ids }, role, task, {
      deadlineMs,
      signal: new AbortController().signal,
      onStage: () => undefined,
    });
  /** A photo step that was left can still be waiting for its picture: the next one waits for that. */
  const turns = createTurns();
  const drawer = createCashDrawer({
    config,
    log,
    pulse: () => runQuietly('receipt-printer', { kind: 'openDrawer' }, DRAWER_DEADLINE_MS),
  });
  const bindings = createBindings(config.devices, deps.local, link);
  const { isBound } = bindings;

  function printTicket(
    { ticket, waitingBefore, expected, page }: IssuedTicket,
    language: KioskLanguage = 'nl',
  ): string | null {
    if (!isBound('ticket-dispenser') || isRollNumber(ticket.number)) return null;
    const group = config.hall.groups.find(({ letter }) => letter === ticket.group);
    const languages = paperLanguages(language);
    // What IT wrote in a language whose letters the printer lacks stays Dutch, and Dutch has fields of its own.
    const inLanguage = <T>(words: Partial<Record<KioskLanguage, T>> | undefined): T | undefined =>
      languages.length === 1 && language !== 'nl' ? words?.[language] : undefined;
    const document = ticketDocument({
      municipality: config.municipality.name,
      location: config.location.name,
      number: ticket.number,
      groupName: group?.sensitive ? '' : (inLanguage(group?.names) ?? ticket.groupName),
      persons: ticket.persons,
      issuedAt: new Date(ticket.issuedAt),
      appointmentAt: ticket.appointmentAt === null ? null : new Date(ticket.appointmentAt),
      waitingBefore,
      expected,
      page,
      bring: inLanguage(group?.bringIn) ?? group?.bring ?? [],
      languages,
    });
    const key = `ticket/${ticket.ticketId}`;
    return pump.add({ role: 'ticket-dispenser', kind: 'ticket', label: ticket.number, document, key });
  }

  function printReceipt(visit: CommittedVisit, changeCents: number): { readonly jobId: string } | null {
    if (!isBound('receipt-printer')) return null;
    const document = receiptDocument(receiptOfVisit(config, visit, changeCents));
    const [label, key] = [visit.receiptNumber, receiptKey(visit.visitId)];
    return { jobId: pump.add({ role: 'receipt-printer', kind: 'receipt', label, document, key }) };
  }

  function printZaak(zaak: ZaakStatus): boolean {
    if (!isBound('receipt-printer')) return false;
    const { municipality, location } = config;
    const document = zaakNote({ municipality: municipality.name, location: location.name }, zaak);
    pump.add({ role: 'receipt-printer', kind: 'receipt', label: zaak.zaakIdentificatie, document });
    return true;
  }

  const stopPlugged = link.onMessage((message) => message.type === 'plugged' && changed());
  const stopButtons = watchButtons({
    link,
    clock,
    config,
    ids,
    log,
    issue: deps.issue,
    onRoll: deps.onRoll,
    printTicket: (issued) => printTicket(issued),
    isPrinting: (job) => ['waiting', 'printing'].includes(jobs.newest(job)?.state ?? ''),
    printRefusal({ letter, name }, why) {
      const { municipality, location } = config;
      const document = refusalDocument({
        municipality: municipality.name,
        location: location.name,
        name,
        why,
      });
      pump.add({ role: 'ticket-dispenser', kind: 'ticket', label: `${letter}: geen nummer`, document });
    },
  });
  return {
    handlers: {
      ...deviceHandlers({
        jobs,
        link,
        changed,
        drawer,
        takePhoto: () =>
          turns('camera', () => runQuietly('camera', { kind: 'capturePhoto' }, PHOTO_DEADLINE_MS)),
        added: pump.added,
        problems: () => deps.judge?.(bindings.list().map(({ binding }) => binding)) ?? [],
        check: (role, level) => checkDevice({ link, clock, ids }, role, level),
      }),
      ...setupHandlers({
        link,
        clock,
        ids,
        bindings,
        changed,
        writeTrace: traceWriter(deps.traceDir, clock),
      }),
    },
    print: pump.add,
    printTicket,
    paper: () => works(link.statuses().find(({ role }) => role === 'ticket-dispenser')),
    printReceipt,
    correctReceipt: (visitId, was, zaakIdentificatie) =>
      jobs.correctLine(receiptKey(visitId), was, zaakIdentificatie),
    printZaak,
    jobState: (jobId) => jobs.newest(jobId)?.state,
    cashPaid: drawer.paid,
    isBound,
    runTask: (role, task, options) => runTask({ link, clock, ids }, role, task, options),
    onDocumentRead: (listener) =>
      link.onMessage((message) => message.type === 'documentRead' && listener(message.lines)),
    onDocumentUnreadable: (listener) =>
      link.onMessage((message) => message.type === 'documentUnreadable' && listener(message.why)),
    onCodeScanned: (listener) =>
      link.onMessage((message) => message.type === 'codeScanned' && listener(message.bsn)),
    stop() {
      stopButtons();
      stopPlugged();
      pump.stop();
    },
  };
}
