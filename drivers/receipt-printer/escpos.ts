import { every } from '../clock.ts';
import {
  asFault,
  DeviceFault,
  type Driver,
  type DriverContext,
  type Limits,
  type PrintResult,
} from '../driver.ts';
import { pause } from '../inbox.ts';
import { escpos } from '../protocol/escpos-commands.ts';
import { encodeDocument } from '../protocol/escpos-encode.ts';
import type { Redact } from '../trace.ts';
import { watchTicket } from './kiosk-ticket.ts';
import { createPrinterLink, type PrinterLink } from './printer-link.ts';
import { BLOCKING, clearPrinter, runPrintJob } from './print-job.ts';
import { type PrinterProfile, printerProfile, type PrinterSettings } from './profiles.ts';

const POLL_MS = 2000;
/** Unanswered polls after which an idle printer counts as gone. */
const MISSES = 3;
/** Between two tries of a jammed knife. */
const KNIFE_MS = 10_000;

/** An ESC/POS printer on the endpoint named `endpoint`. */
export function createEscposPrinter(
  context: DriverContext,
  settings: PrinterSettings,
  endpoint = 'main',
): Driver {
  const transport = context.transports[endpoint];
  if (!transport) throw new DeviceFault('illegal', `endpoint '${endpoint}' is missing`);
  const profile = printerProfile(settings);
  const link = createPrinterLink(transport, profile, context);
  let printing: Promise<PrintResult> | undefined;
  let nextKnifeAt = 0;
  let lastId = context.clock.now().getTime();

  /** Base-36, four letters: different from the ids of the jobs just before, also after a restart. */
  const nextProcessId = () => {
    lastId += 1;
    return (lastId % 36 ** 4).toString(36).toUpperCase().padStart(4, '0');
  };

  function watch() {
    let misses = 0;
    every(context.clock, POLL_MS, context.life, async () => {
      try {
        await link.poll({ deadlineMs: POLL_MS, signal: context.life });
        misses = 0;
        await freeKnife();
      } catch (error) {
        // While printing, silence may be flow control; the deadline of the job decides.
        misses = printing ? 0 : misses + 1;
        if (misses >= MISSES) context.emit({ type: 'fault', fault: asFault(error) });
      }
    });
    if (profile.fullStatus) watchTicket(link, context, settings);
  }

  /** After a jam the knife stands still until it is told to try again. A job that waits for it goes on where it was. */
  async function freeKnife() {
    if (!profile.recovers || !link.conditions.has('cutterError')) return;
    const now = context.clock.now().getTime();
    if (now < nextKnifeAt) return;
    nextKnifeAt = now + KNIFE_MS;
    await link.send(printing ? escpos.recoverAndRetry() : escpos.recoverAndClear(), {
      deadlineMs: POLL_MS,
      signal: context.life,
    });
  }

  /** The pulse is executed in the order of the print data: in the middle of a job it would come at the end of it. */
  async function openDrawer(limits: Limits) {
    if (!profile.drawer)
      throw new DeviceFault('illegal', `no drawer can hang on a printer of the kind ${profile.name}`);
    const endsAt = context.clock.now().getTime() + limits.deadlineMs;
    const left = () => Math.max(0, endsAt - context.clock.now().getTime());
    if (printing) {
      const done = printing.then(() => true);
      const overdue = pause(context.clock, left(), limits.signal).then(() => false);
      if (!(await Promise.race([done, overdue]))) throw new DeviceFault('busy', 'the printer is printing');
    }
    // Offline it would keep the pulse until later, when nobody expects it.
    await link.poll({ ...limits, deadlineMs: left() });
    const blocked = BLOCKING.filter((condition) => link.conditions.has(condition));
    if (blocked.length > 0) throw new DeviceFault('offline', `no pulse was sent: ${blocked.join(', ')}`);
    await link.send(escpos.drawerPulse(settings.drawerPin === 2 ? 0 : 1), { ...limits, deadlineMs: left() });
  }

  return {
    tasks: {
      async openDrawer(_, limits) {
        await openDrawer(limits);
        return { outcome: 'done', value: { kind: 'drawerPulse' } };
      },
    },
    async start(limits) {
      const identity = await handshake(link, profile, settings, limits);
      watch();
      return identity === undefined ? {} : { identity };
    },
    async checkHealth(limits) {
      await link.poll(limits);
      return [...link.conditions].join(', ') || 'ok';
    },
    async print(job, limits) {
      let body: Uint8Array;
      try {
        body = encodeDocument(job.document, profile);
      } catch (error) {
        return { outcome: 'failed', detail: `nothing was sent: ${asFault(error).message}` };
      }
      printing = runPrintJob(link, profile, context.clock, body, nextProcessId(), limits).finally(() => {
        printing = undefined;
      });
      return printing;
    },
  };
}

/** Is it a printer, make it forget the past, who is it. The job of before is never sent again. */
async function handshake(
  link: PrinterLink,
  profile: PrinterProfile,
  settings: PrinterSettings,
  limits: Limits,
) {
  const signal = limits.signal;
  try {
    await link.realtime(1, limits);
  } catch (first) {
    // A printer that was just switched on can miss the first question.
    if (signal.aborted) throw first;
    await link.realtime(1, limits).catch(async () => {
      if (profile.starMode && (await speaksStar(link, limits)))
        throw new DeviceFault('illegal', 'this Star printer is in Star mode: set ESC/POS mode by its switch');
      throw new DeviceFault(
        'timeout',
        'no answer to DLE EOT 1: printer off, other baud rate, or not an ESC/POS printer',
      );
    });
  }
  await clearPrinter(link, profile);
  await link.send(Uint8Array.of(...escpos.initialize(), ...profile.afterInitialize), limits);
  await link.poll(limits);
  const identity = await identify(link, limits);
  if (identity === undefined && profile.identifies && !link.conditions.size) {
    throw new DeviceFault('illegal', `no model name: is this really a printer of the kind ${profile.name}?`);
  }
  if (settings.model && identity && !identity.toLowerCase().includes(settings.model.toLowerCase())) {
    throw new DeviceFault('illegal', `another printer is connected: ${identity}, expected ${settings.model}`);
  }
  return identity;
}

/** Asks in Star's own language; its status begins with 0xx0xxx1. */
async function speaksStar(link: PrinterLink, limits: Limits): Promise<boolean> {
  const status = link.inbox.next(
    'Star status',
    (frame) => (frame.kind === 'inOrder' && (frame.byte & 0x91) === 0x01 ? true : undefined),
    { deadlineMs: 1000, signal: limits.signal },
  );
  status.catch(() => {});
  await link.send(escpos.starStatus(), limits);
  return status.catch(() => false);
}

async function identify(link: PrinterLink, limits: Limits): Promise<string | undefined> {
  const name = link.inbox.next(
    'GS I 67',
    (frame) =>
      frame.kind === 'block' && frame.lead === 0x5f ? Buffer.from(frame.body).toString('latin1') : undefined,
    { deadlineMs: 1000, signal: limits.signal },
  );
  name.catch(() => {});
  await link.send(escpos.identify(), limits);
  // Offline (no paper, cover open) a printer does not execute this; it tells its name another time.
  return name.then(
    (text) => text.replace(/[^\x20-\x7e]/g, '').slice(0, 200),
    () => undefined,
  );
}

/** A question to the printer is short and begins with ESC, FS, GS or DLE; three letters or digits in a row can be text. */
const COMMAND_START = new Set([0x10, 0x1b, 0x1c, 0x1d]);
const MAYBE_TEXT = /[0-9A-Za-z\x80-\xff]{3}/;

/** What goes on paper stays out; commands, lengths and what the printer answers are kept. */
export const redactPrinter: Redact = (direction, bytes) => {
  const isCommand = bytes.length <= 12 && COMMAND_START.has(bytes[0] ?? 0);
  const kept = isCommand && !MAYBE_TEXT.test(Buffer.from(bytes).toString('latin1'));
  return direction === 'received' || kept ? bytes : new Uint8Array(bytes.length);
};
