import { asFault, type Limits, type PrintResult } from '../driver.ts';
import type { Clock } from '../clock.ts';
import { pause } from '../inbox.ts';
import { escpos } from '../protocol/escpos-commands.ts';
import type { PrinterLink } from './printer-link.ts';
import type { PrinterProfile } from './profiles.ts';

/** After the data was consumed the process id follows within the time a long receipt takes to come out. */
const GRACE_MS = 5000;

/** Conditions in which nothing comes out, so that starting would only leave a job in the printer for later. */
export const BLOCKING = ['paperOut', 'coverOpen', 'cutterError', 'unrecoverable'] as const;

/**
 * Prints one document and finds out what became of it. Never throws and never prints twice:
 * `failed` before a byte was sent; `confirmed` when the printer gave the process id back (GS ( H);
 * `probable` when it consumed everything in order (GS r) and reports no fault; otherwise `unknown`, and the rest of the
 * job is cleared from the printer where it can, so that it does not come out later unseen.
 */
export async function runPrintJob(
  link: PrinterLink,
  profile: PrinterProfile,
  clock: Clock,
  body: Uint8Array,
  processId: string,
  limits: Limits,
): Promise<PrintResult> {
  try {
    await link.poll(limits);
  } catch (error) {
    if (limits.signal.aborted && limits.signal.reason === 'cancelled') return { outcome: 'cancelled' };
    return { outcome: 'failed', detail: `nothing was sent: ${asFault(error).message}` };
  }
  const blocked = BLOCKING.filter((condition) => link.conditions.has(condition));
  if (blocked.length > 0) return { outcome: 'failed', detail: `nothing was sent: ${blocked.join(', ')}` };

  const endsAt = clock.now().getTime() + limits.deadlineMs;
  const stop = new AbortController();
  const waiting = { deadlineMs: limits.deadlineMs, signal: AbortSignal.any([limits.signal, stop.signal]) };
  try {
    const confirmed = profile.processId ? awaitProcessId(link, processId, waiting) : undefined;
    const consumed = link.inbox.next(
      'GS r',
      (frame) => (frame.kind === 'inOrder' ? true : undefined),
      waiting,
    );
    consumed.catch(() => {});
    // Cancelling must not cut the write in two, so it has its own signal; a write still stuck at the end loses the link.
    const sent = link.send(jobBytes(profile, body, processId), { ...waiting, signal: stop.signal });
    const first = await Promise.race([
      ...(confirmed ? [confirmed] : []),
      consumed.then(() => 'consumed' as const),
      sent.then(() => new Promise<never>(() => {})),
    ]);
    if (first === 'confirmed') {
      // The answer to GS r is right behind it; left on the line it would count for the next job.
      await Promise.race([consumed, pause(clock, 500, waiting.signal)]).catch(() => {});
      return { outcome: 'confirmed' };
    }
    if (confirmed) {
      const grace = Math.max(0, Math.min(GRACE_MS, endsAt - clock.now().getTime()));
      const late = await Promise.race([
        confirmed,
        pause(clock, grace, waiting.signal).then(() => 'late' as const),
      ]);
      if (late === 'confirmed') return { outcome: 'confirmed' };
    }
    return await judgeConsumed(link, profile, limits);
  } catch (error) {
    return await giveUp(link, profile, error, limits.signal);
  } finally {
    stop.abort();
  }
}

function jobBytes(profile: PrinterProfile, body: Uint8Array, processId: string): Uint8Array {
  const proof = profile.processId ? escpos.processId(processId) : [];
  return Uint8Array.of(...body, ...profile.cut, ...proof, ...escpos.inOrderStatus());
}

function awaitProcessId(link: PrinterLink, id: string, limits: Limits): Promise<'confirmed'> {
  const answer = link.inbox.next(
    'process id',
    (frame) => {
      if (frame.kind !== 'block' || frame.lead !== 0x37) return undefined;
      // 0x22 and the four bytes; another id belongs to a job of before and is not for us.
      return Buffer.from(frame.body).toString('latin1') === `\x22${id}` ? ('confirmed' as const) : undefined;
    },
    limits,
  );
  answer.catch(() => {});
  return answer;
}

async function judgeConsumed(
  link: PrinterLink,
  profile: PrinterProfile,
  limits: Limits,
): Promise<PrintResult> {
  await link.poll({ deadlineMs: 2000, signal: limits.signal });
  const fault = BLOCKING.filter((condition) => link.conditions.has(condition));
  if (fault.length === 0) return { outcome: 'probable', detail: 'the printer took the whole job' };
  await clearPrinter(link, profile);
  return { outcome: 'unknown', detail: `the printer took the whole job, then: ${fault.join(', ')}` };
}

async function giveUp(
  link: PrinterLink,
  profile: PrinterProfile,
  error: unknown,
  signal: AbortSignal,
): Promise<PrintResult> {
  const cancelled = signal.aborted && signal.reason === 'cancelled';
  const detail = [...link.conditions, cancelled ? 'cancelled while printing' : asFault(error).message].join(
    ', ',
  );
  const cleared = await clearPrinter(link, profile);
  if (cancelled && cleared) return { outcome: 'cancelled', detail };
  return { outcome: 'unknown', detail };
}

/** Makes the printer forget what it has not printed; true when it says it did. Never throws. */
export async function clearPrinter(link: PrinterLink, profile: PrinterProfile): Promise<boolean> {
  if (!profile.clearsBuffers) return false;
  const limits = { deadlineMs: 1000, signal: new AbortController().signal };
  try {
    const answer = link.inbox
      .next(
        'buffer cleared',
        (frame) =>
          frame.kind === 'block' && frame.lead === 0x37 && frame.body[0] === 0x25 ? true : undefined,
        limits,
      )
      .catch(() => false);
    await link.send(escpos.clearBuffers(), limits);
    const cleared = await answer;
    // Also without an answer: it ends a command that was cut in two.
    await link.send(Uint8Array.of(...escpos.initialize(), ...profile.afterInitialize), limits);
    return cleared;
  } catch {
    return false;
  }
}
