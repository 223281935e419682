import type { Clock } from '../clock.ts';
import { asFault, DeviceFault, type FeatureReports, type Limits } from '../driver.ts';
import { pause } from '../inbox.ts';
import { type PadState, type PadStatus, parseStatus, REPORT, REPORT_SIZE } from '../protocol/wacom-stu.ts';
import { encodePicture, imageBlocks, type PadEncoding, stuCommand } from '../protocol/wacom-stu-commands.ts';
import type { Picture } from '../raster/picture.ts';

const REQUEST_MS = 3000;
const POLLS = 25;
const POLL_MS = 50;

/** Commands to a STU pad, each with the pad's own word that it was taken. All reject with a DeviceFault. */
export interface StuLink {
  get(reportId: number): Promise<Uint8Array>;
  /** Undefined when the pad refuses this report. */
  ask(reportId: number): Promise<Uint8Array | undefined>;
  status(): Promise<PadStatus>;
  /** Sets a report and reads the error of it: `failure` when the pad had something against it. */
  command(report: Uint8Array): Promise<void>;
  /** Waits until the pad takes commands; one that does not come is freed (27 01), then reset. Sends a whole set-up after it. */
  ready(): Promise<void>;
  /** Soft reset: white screen, inking on, every setting but those in flash gone. */
  reset(): Promise<void>;
  /** Sends a picture of the whole screen, block by block, and once more from the start when the pad refuses. */
  show(picture: Picture, encoding: PadEncoding, onPercent: (percent: number) => void): Promise<void>;
}

/** The link of one piece of work; `signal` ends each wait. */
export function stuLink(features: FeatureReports, clock: Clock, signal: AbortSignal): StuLink {
  const limits: Limits = { deadlineMs: REQUEST_MS, signal };
  const get = (reportId: number) => features.get(reportId, REPORT_SIZE[reportId] ?? 0, limits);

  async function status(): Promise<PadStatus> {
    const found = parseStatus(await get(REPORT.status));
    if (!found) throw new DeviceFault('failure', 'the device tells no status: it is no STU pad');
    return found;
  }

  async function command(report: Uint8Array): Promise<void> {
    signal.throwIfAborted();
    await features.set(report, limits);
    const { error } = await status();
    if (error) throw new DeviceFault('failure', `the pad refused ${hex(report[0] ?? 0)}: ${error}`);
  }

  /** The state after at most 25 looks: the wanted one, or where the pad is stuck. */
  async function poll(wanted: PadState): Promise<PadState> {
    for (let left = POLLS; ; left -= 1) {
      // A pad that resets answers nothing for a moment.
      const state = await status().then((found) => found.state, busy);
      if (state === wanted || left <= 1) return state;
      await pause(clock, POLL_MS, signal);
    }
  }

  async function until(wanted: PadState): Promise<void> {
    const state = await poll(wanted);
    if (state !== wanted) throw new DeviceFault('failure', `the pad stays in state ${state}`);
  }

  async function reset(): Promise<void> {
    await features.set(stuCommand.softReset(), limits);
    const state = await poll('ready');
    if (state !== 'ready')
      throw new DeviceFault('timeout', `the pad stays in state ${state}, also after a reset`);
  }

  /** What the pad says of it does not matter: it may have no picture to give up. */
  const abandon = () => features.set(stuCommand.abandonImage(), limits).catch(onlyRefused);

  async function ready(): Promise<void> {
    if ((await poll('ready')) === 'ready') return;
    await abandon();
    if ((await poll('ready')) !== 'ready') await reset();
  }

  async function send(picture: Picture, encoding: PadEncoding, onPercent: (percent: number) => void) {
    const blocks = imageBlocks(encodePicture(picture, encoding));
    await command(stuCommand.startImage(encoding));
    await until('image');
    for (const [at, block] of blocks.entries()) {
      await command(block);
      onPercent(Math.floor(((at + 1) * 100) / blocks.length));
    }
    await command(stuCommand.showImage());
    await until('ready');
  }

  return {
    get,
    ask: (reportId) =>
      get(reportId).catch((error: unknown) => {
        onlyRefused(error);
        return undefined;
      }),
    status,
    command,
    ready,
    reset,
    async show(picture, encoding, onPercent) {
      await ready();
      try {
        await send(picture, encoding, onPercent);
      } catch (error) {
        onlyRefused(error);
        await abandon();
        await ready();
        await send(picture, encoding, onPercent);
      }
    },
  };
}

function busy(error: unknown): PadState {
  onlyRefused(error);
  return 'unknown';
}

/** Throws what is more than a refusal: a link that is gone, an end that was asked for. */
function onlyRefused(error: unknown): void {
  if (!(error instanceof DeviceFault) || error.reason !== 'failure') throw asFault(error);
}

function hex(reportId: number): string {
  return reportId.toString(16).padStart(2, '0');
}
