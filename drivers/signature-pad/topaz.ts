import { z } from 'zod';
import type { TaskSteer } from '../../shared/contract/device-task.ts';
import type { Driver, DriverContext, RunTask } from '../driver.ts';
import { createInbox } from '../inbox.ts';
import { createNoiseMeter } from '../noise-meter.ts';
import type { PenSample } from '../protocol/pen-sample.ts';
import { createTopazParser, redactPackets, TOPAZ_MAX_PRESSURE } from '../protocol/topaz.ts';
import type { Redact } from '../trace.ts';
import { createInk, type InkScale } from './ink.ts';
import { signed } from './ink-picture.ts';
import { createPenTracker } from './pen-tracker.ts';

export const TopazSettings = z.strictObject({
  /** Points of the pad per inch; 410 on the SigLite, not certain for others: too small makes the signature larger. */
  unitsPerInch: z.int().min(50).max(5000).default(410),
  /** For a pad that counts upwards. */
  upsideDown: z.boolean().default(false),
  /** For the record: the pad tells no number. */
  serial: z.string().max(100).default(''),
});
export type TopazSettings = z.infer<typeof TopazSettings>;

/** A pad counts to 4095. */
const LARGEST = 0xfff;

/** Keeps ink out of the trace. */
export const redactTopaz: Redact = (_direction, bytes) => redactPackets(bytes);

/**
 * A Topaz signature pad without a screen (SigLite, SignatureGem) on a serial port of 19200 8O1; read in topaz-dext, not
 * tried on a physical pad. It says nothing of itself and takes no commands, so that another device on this port only
 * shows as noise. What is signed stands in the clerk's window, and so do the buttons.
 */
export function createTopaz(
  { transports, clock, life, emit }: DriverContext,
  settings: TopazSettings,
): Driver {
  const transport = transports['main']!;
  const parser = createTopazParser();
  const steers = createInbox<TaskSteer>(clock, life);
  const noise = createNoiseMeter(clock, life, (noisy) =>
    emit({ type: 'conditions', conditions: noisy ? ['noise'] : [] }),
  );
  let onPen: (sample: PenSample) => void = () => {};
  let heard = 0;

  transport.onBytes((chunk) => {
    const { samples, garbage } = parser.push(chunk);
    if (garbage > 0) noise.count(garbage);
    heard += samples.length;
    for (const sample of samples) onPen(settings.upsideDown ? { ...sample, y: LARGEST - sample.y } : sample);
  });

  const unitsPerMm = settings.unitsPerInch / 25.4;
  const side = (LARGEST + 1) / unitsPerMm;
  const paper: InkScale = {
    unitsPerMm,
    maxPressure: TOPAZ_MAX_PRESSURE,
    area: { left: 0, top: 0, width: side, height: side },
  };

  const captureSignature: RunTask<'captureSignature'> = async (_task, limits, tell, onSteer) => {
    const ink = createInk(paper);
    const tracker = createPenTracker(clock);
    try {
      tell({ name: 'waitingForPerson', steered: true });
      onPen = (sample) => {
        const step = tracker.take(sample);
        if (step === 'down') {
          if (ink.strokes().length === 0) tell({ name: 'signing', steered: true });
          ink.begin(sample);
        } else if (step === 'move') ink.add(sample);
      };
      onSteer((steer) => void steers.push(steer));
      for (;;) {
        const steer = await steers.next('akkoord in the window', (which) => which, limits);
        if (steer === 'accept' && !ink.isEmpty())
          return signed(ink, paper.area, { padSerial: settings.serial || null, complete: !tracker.hasLost });
        ink.clear();
        tracker.forget();
        tell({ name: 'again', steered: true });
      }
    } finally {
      onPen = () => {};
      ink.clear();
    }
  };

  return {
    start: async () => ({ identity: settings.serial ? `Topaz ${settings.serial}` : 'Topaz' }),
    checkHealth: async () =>
      `Topaz: ${heard} reports of the pen since it was connected; it answers no questions`,
    tasks: { captureSignature },
  };
}
