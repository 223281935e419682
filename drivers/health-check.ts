import type { HealthCode, HealthLevel } from '../shared/contract/device-discovery.ts';
import type { DeviceStatus } from '../shared/contract/device-protocol.ts';
import type { DeviceTask, DeviceTaskEnd } from '../shared/contract/device-task.ts';
import { assertNever } from '../shared/lib/assert-never.ts';
import { type Clock, today } from './clock.ts';
import type { Connection } from './connection.ts';
import { asFault, type Health, type PrintJob, type PrintResult } from './driver.ts';
import { pause } from './inbox.ts';
import { within } from './transport/within.ts';
import { testPage } from './test-page.ts';

const EXTERNAL_MS = 5000;
/** Somebody has to find a document, or walk round to the pad. */
const PERSON_MS = 45_000;

/** What a reader gave while a test waited for it: never its content. */
export type TestReading = { readonly layout: string } | { readonly why: string };

export interface HealthDeps {
  readonly clock: Clock;
  readonly connection: () => Connection | undefined;
  readonly status: () => DeviceStatus;
  /** Prints in turn with the real jobs. */
  readonly print: (job: PrintJob, deadlineMs: number) => Promise<PrintResult>;
  readonly runTask: (taskId: string, task: DeviceTask, deadlineMs: number) => Promise<DeviceTaskEnd>;
  /** The next document, which then goes to nobody else. */
  readonly nextReading: (signal: AbortSignal) => Promise<TestReading>;
  /** Every press of a button, which then goes to nobody else, until the signal aborts. */
  readonly onPressed: (listener: (button: number) => void, signal: AbortSignal) => void;
}

/** The tasks that may be done for a test, each with what it is called when it went well. Never a payment. */
const TESTS = [
  ['captureSignature', 'signed'],
  ['capturePhoto', 'photoTaken'],
  ['captureFinger', 'fingerRead'],
] as const;

/** The three grades of health check of one device. Always answers, within 50 seconds. */
export async function checkHealth(deps: HealthDeps, level: HealthLevel, testId: string): Promise<Health> {
  const now = deps.connection();
  if (!now) {
    const { state, reason, detail } = deps.status();
    return { ok: false, code: 'notConnected', detail: `${reason ?? state}: ${detail ?? ''}` };
  }
  try {
    switch (level) {
      case 'internal':
        return { ok: true, code: 'connected', detail: now.identity ?? '' };
      case 'external':
        return {
          ok: true,
          code: 'answers',
          detail: await now.driver.checkHealth({ deadlineMs: EXTERNAL_MS, signal: now.life }),
        };
      case 'interactive':
        return await withPerson(deps, now, testId);
      default:
        return assertNever(level);
    }
  } catch (error) {
    const { reason, message } = asFault(error);
    return { ok: false, code: codeOf(reason), detail: `${reason}: ${message}` };
  }
}

function codeOf(reason: string): HealthCode {
  if (reason === 'timeout') return 'noAnswer';
  return reason === 'busy' ? 'busy' : 'failed';
}

async function withPerson(deps: HealthDeps, { driver, life, identity }: Connection, testId: string) {
  if (driver.print) {
    const document = testPage(deps.clock, identity, driver.buttons);
    const paper = deps.print({ jobId: testId, document }, PERSON_MS).then(ofPrint);
    return driver.buttons === undefined ? paper : paperAndButtons(deps, paper, driver.buttons, life);
  }
  for (const [kind, code] of TESTS)
    if (driver.tasks?.[kind])
      return ofTask(await deps.runTask(testId, testTask(kind, deps.clock), PERSON_MS), code);
  if (['document-reader', 'code-scanner'].includes(deps.status().role)) return ofReading(deps, life);
  return { ok: false, code: 'noTest', detail: '' } as const;
}

function testTask(kind: (typeof TESTS)[number][0], clock: Clock): DeviceTask {
  return kind === 'captureSignature'
    ? { kind, lines: ['Proefhandtekening', today(clock)], language: 'nl' }
    : { kind };
}

function ofPrint({ outcome, detail = '' }: PrintResult): Health {
  switch (outcome) {
    case 'confirmed':
      return { ok: true, code: 'printed', detail };
    case 'probable':
      return { ok: true, code: 'printedProbably', detail };
    case 'unknown':
      return { ok: false, code: 'printUnknown', detail };
    case 'failed':
      return { ok: false, code: 'failed', detail };
    case 'cancelled':
      return { ok: false, code: 'cancelled', detail };
    default:
      return assertNever(outcome);
  }
}

function ofTask(end: DeviceTaskEnd, code: HealthCode): Health {
  switch (end.outcome) {
    case 'done':
      return { ok: true, code, detail: '' };
    case 'cancelled':
      return { ok: false, code: 'cancelled', detail: '' };
    case 'failed':
      return {
        ok: false,
        code: end.reason === 'timeout' ? 'nothingDone' : codeOf(end.reason),
        detail: `${end.reason}: ${end.detail}`,
      };
    case 'unknown':
      return { ok: false, code: 'failed', detail: end.detail };
    default:
      return assertNever(end);
  }
}

/** The buttons count from the start: who sees the paper come may press before it is out. */
async function paperAndButtons(
  deps: HealthDeps,
  paper: Promise<Health>,
  count: number,
  life: AbortSignal,
): Promise<Health> {
  const all = Array.from({ length: count }, (_, index) => index + 1);
  const pressed = new Set<number>();
  const watching = new AbortController();
  const came = new Promise<void>((resolve) =>
    deps.onPressed((button) => {
      pressed.add(button);
      if (pressed.size === count) resolve();
    }, watching.signal),
  );
  const overdue = pause(deps.clock, PERSON_MS, AbortSignal.any([life, watching.signal]));
  overdue.catch(() => {});
  try {
    const printed = await paper;
    if (!printed.ok) return printed;
    await Promise.race([came, overdue]);
    const buttons = { pressed: [...pressed], missing: all.filter((button) => !pressed.has(button)) };
    const ok = buttons.missing.length === 0;
    return { ok, code: ok ? 'buttonsPressed' : 'buttonsMissing', detail: printed.detail, buttons };
  } finally {
    watching.abort();
  }
}

async function ofReading(deps: HealthDeps, life: AbortSignal): Promise<Health> {
  const waiting = new AbortController();
  try {
    const limits = { deadlineMs: PERSON_MS, signal: life };
    const reading = await within(deps.clock, limits, 'no document', deps.nextReading(waiting.signal));
    return 'layout' in reading
      ? { ok: true, code: 'documentRead', detail: reading.layout }
      : { ok: false, code: 'documentUnreadable', detail: reading.why };
  } catch (error) {
    const { reason, message } = asFault(error);
    if (reason !== 'timeout') throw error;
    return { ok: false, code: 'nothingDone', detail: message };
  } finally {
    waiting.abort();
  }
}
