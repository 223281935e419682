import { z } from 'zod';
import { every } from '../clock.ts';
import { DeviceFault, type Driver, type DriverContext, type Limits, type RunTask } from '../driver.ts';
import { createInbox } from '../inbox.ts';
import type { PenSample } from '../protocol/pen-sample.ts';
import { type Capability, parsePen, redactReport, REPORT } from '../protocol/wacom-stu.ts';
import { type PadEncoding, stuCommand } from '../protocol/wacom-stu-commands.ts';
import { STU_MODELS, type StuTraits } from '../protocol/wacom-stu-models.ts';
import type { Rect } from '../raster/picture.ts';
import type { Redact } from '../trace.ts';
import { createInk, type Ink, type InkScale } from './ink.ts';
import { signed } from './ink-picture.ts';
import { buttonAt, idleScreen, type PadButton, type PadScreen, signingScreen } from './pad-screen.ts';
import { createPenTracker, type PenStep } from './pen-tracker.ts';
import { identifyPad, type PadIdentity } from './stu-identity.ts';
import { stuLink, type StuLink } from './stu-link.ts';

export const StuSettings = z.strictObject({
  /** Only for a pad that does not say which it is. */
  model: z.enum(STU_MODELS).optional(),
  /** 0 to 3; stored in the pad, and only written when it differs. Left as it is when not set. */
  backlight: z.int().min(0).max(3).optional(),
  /** Shown while nobody signs. */
  idleText: z.string().max(60).default('Welkom'),
});
export type StuSettings = z.infer<typeof StuSettings>;

/** Keeps ink, and what is shown, out of the trace. */
export const redactStu: Redact = (_direction, report) => redactReport(report);

/** Time for the last screen, after the work is over; it is not waited for. */
const TIDY_MS = 10_000;
/** A pad that was without power for a moment has ink on again: looked for this often while nobody signs. */
const IDLE_LOOK_MS = 5000;
/** Where a pad does not tell: 2540 lines per inch, as its sisters. */
const UNITS_PER_INCH = 2540;

/**
 * A Wacom STU signature pad over HID (STU-300, 430, 430V, 500, 520A, 530, 540), by the public SDK sources; not tried on
 * a physical pad. What is signed and the buttons are drawn here; ink is the pad's own. Pictures are sent in one bit per
 * pixel where the pad takes that: fast, and free of the colour order that is not certain. Encryption is not used.
 */
export function createWacomStu(context: DriverContext, settings: StuSettings): Driver {
  const { clock, life } = context;
  const transport = context.transports['main']!;
  const { features } = transport;
  if (!features) throw new DeviceFault('illegal', 'endpoints.main: a signature pad of Wacom is a HID device');
  const linkFor = (signal: AbortSignal): StuLink => stuLink(features, clock, signal);
  const presses = createInbox<PadButton>(clock, life);
  let pad: PadIdentity | undefined;
  let onPen: (sample: PenSample) => void = () => {};
  let isWorking = false;
  /** The last screen on its way. */
  let tidying: Promise<unknown> = Promise.resolve();

  transport.onBytes((report) => {
    const sample = parsePen(report);
    if (sample) onPen(sample);
  });

  async function showIdle(link: StuLink, { capability, traits }: PadIdentity): Promise<void> {
    await link.command(stuCommand.inking(false));
    await link.ready();
    await link.command(stuCommand.clearScreen());
    await link.show(idleScreen(capability, settings.idleText), encodingOf(capability, traits), () => {});
  }

  /** The whole set-up, each time: a pad that was reset has forgotten it. */
  async function setUp(
    link: StuLink,
    known: PadIdentity,
    screen: PadScreen,
    tell: (percent: number) => void,
  ) {
    const { traits, capability } = known;
    await link.ready();
    if (traits.isNewer) await link.command(stuCommand.timedPen());
    await link.command(stuCommand.inking(false));
    await link.command(stuCommand.clearScreen());
    await link.show(screen.picture, encodingOf(capability, traits), tell);
    if (traits.hasInkArea) await link.command(stuCommand.inkArea(screen.inkArea));
    await link.command(stuCommand.inking(true));
  }

  async function clearInk(link: StuLink, known: PadIdentity, screen: PadScreen): Promise<void> {
    if (!known.traits.isNewer) return setUp(link, known, screen, () => {});
    await link.ready();
    await link.command(stuCommand.clearArea(screen.inkArea));
  }

  const captureSignature: RunTask<'captureSignature'> = async (task, limits, tell, onSteer) => {
    if (!pad) throw new DeviceFault('offline', 'the pad is not ready');
    const known = pad;
    await tidying;
    isWorking = true;
    const screen = signingScreen(known.capability, task.lines, task.language);
    const paper = inkOf(known.capability, screen.inkArea);
    const ink = createInk(paper);
    const tracker = createPenTracker(clock);
    try {
      const link = linkFor(limits.signal);
      tell({ name: 'preparing', percent: 0 });
      await setUp(
        link,
        known,
        screen,
        inSteps((percent) => tell({ name: 'preparing', percent })),
      );
      tell({ name: 'waitingForPerson' });
      let isSigning = false;
      const sign = follow(known.capability, screen, ink, tracker.take, {
        onInk() {
          if (!isSigning) tell({ name: 'signing' });
          isSigning = true;
        },
        onPress: (button) => void presses.push(button),
      });
      onSteer((steer) => void presses.push(steer));
      for (;;) {
        onPen = sign;
        const press = await presses.next('a button on the pad', (button) => button, limits);
        if (press === 'cancel') return { outcome: 'cancelled', by: 'visitor' };
        if (press === 'accept' && !ink.isEmpty()) {
          return signed(ink, paper.area, { padSerial: known.serial, complete: !tracker.hasLost });
        }
        // What the pen does meanwhile goes with what is cleared; a second tap on the button does nothing.
        onPen = (sample) => void tracker.take(sample);
        ink.clear();
        isSigning = false;
        tell({ name: 'again' });
        await clearInk(link, known, screen);
        tracker.forget();
      }
    } catch (error) {
      // Hanging beyond a reset: only a new link can help.
      if (error instanceof DeviceFault && error.reason === 'timeout' && !limits.signal.aborted)
        context.emit({ type: 'fault', fault: error });
      throw error;
    } finally {
      onPen = () => {};
      ink.clear();
      tidying = tidy(known).finally(() => {
        isWorking = false;
      });
    }
  };

  /** Never fails: a pad that is gone is set up again when it is back. */
  function tidy(known: PadIdentity): Promise<unknown> {
    const overdue = new AbortController();
    const cancel = clock.after(TIDY_MS, () => overdue.abort(new DeviceFault('timeout', 'the last screen')));
    return showIdle(linkFor(AbortSignal.any([life, overdue.signal])), known)
      .catch(() => {})
      .finally(cancel);
  }

  async function lookIdle(): Promise<void> {
    if (!pad || isWorking) return;
    const [, inking] = (await linkFor(life).ask(REPORT.inking)) ?? [];
    if (inking !== 1 || isWorking) return;
    isWorking = true;
    tidying = tidy(pad).finally(() => {
      isWorking = false;
    });
  }

  return {
    async start(limits) {
      const link = linkFor(limits.signal);
      await link.status();
      await link.reset();
      const found = await identifyPad(link, transport.usb, settings.model);
      if (settings.backlight !== undefined && found.traits.hasBacklight)
        await setBacklight(link, settings.backlight);
      await showIdle(link, found);
      pad = found;
      every(clock, IDLE_LOOK_MS, life, lookIdle);
      return { identity: found.name };
    },
    async checkHealth(limits: Limits) {
      const { state } = await linkFor(limits.signal).status();
      return `${pad?.name ?? 'STU'}: ${state}`;
    },
    tasks: { captureSignature },
  };
}

async function setBacklight(link: StuLink, level: number): Promise<void> {
  const [, low = 0, high = 0] = await link.get(REPORT.backlight);
  if ((high << 8) + low !== level) await link.command(stuCommand.backlight(level));
}

function encodingOf({ encodings }: Capability, traits: StuTraits): PadEncoding {
  const can = encodings === 0 ? traits.encodings : encodings;
  return (can & 0x02) !== 0 ? '1bit' : '16bit';
}

/** The ink area in millimetres, and how units become millimetres. */
function inkOf({ maxX, maxPressure, width, unitsPerInch }: Capability, area: Rect): InkScale {
  const unitsPerMm = (unitsPerInch || UNITS_PER_INCH) / 25.4;
  const mm = (pixels: number) => (pixels * maxX) / width / unitsPerMm;
  return {
    unitsPerMm,
    maxPressure,
    area: { left: mm(area.left), top: mm(area.top), width: mm(area.width), height: mm(area.height) },
  };
}

/** Ink and buttons from the pen's reports: a stroke that begins on a button is a press and never ink. */
function follow(
  { maxX, maxY, width, height }: Capability,
  screen: PadScreen,
  ink: Ink,
  take: (sample: PenSample) => PenStep,
  on: { readonly onInk: () => void; readonly onPress: (button: PadButton) => void },
): (sample: PenSample) => void {
  let isInk = false;
  return (sample) => {
    const step = take(sample);
    if (step === 'down') {
      const button = buttonAt(screen, (sample.x * width) / maxX, (sample.y * height) / maxY);
      isInk = button === undefined;
      if (button) return on.onPress(button);
      ink.begin(sample);
      on.onInk();
    } else if (step === 'move' && isInk) ink.add(sample);
  };
}

/** Tells each tenth once: hundreds of blocks are no news. */
function inSteps(tell: (percent: number) => void): (percent: number) => void {
  let last = 0;
  return (percent) => {
    if (percent < last + 10) return;
    last = percent;
    tell(percent);
  };
}
