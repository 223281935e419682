import { DeviceFault } from '../driver.ts';
import { pause } from '../inbox.ts';
import { createNoiseMeter } from '../noise-meter.ts';
import type { CreateInputs } from './inputs.ts';

/** A device that tells its reports again and again has told how its buttons are by then; others tell changes alone. */
const FIRST_LOOK_MS = 250;
/** Reports in a row that hold no buttons after which this is not the device we were told of. */
const FOREIGN = 20;

/**
 * Buttons of a HID device that sends its reports by itself; it cannot be asked. `maskOf` reads one report, and gives
 * undefined for one without buttons. A button that is down at the start is no press.
 */
export function hidInputs(what: string, maskOf: (report: Uint8Array) => number | undefined): CreateInputs {
  return (transport, context, events) => {
    const { clock, life } = context;
    const noise = createNoiseMeter(clock, life, events.noise);
    let started = false;
    let foreign = 0;
    let latest: number | undefined;

    transport.onBytes((report) => {
      if (life.aborted) return;
      const mask = maskOf(report);
      if (mask === undefined) {
        noise.count(1);
        foreign += 1;
        if (foreign === FOREIGN && latest === undefined) {
          const message = `these reports of ${report.length} bytes hold no ${what}: check the settings`;
          context.emit({ type: 'fault', fault: new DeviceFault('illegal', message) });
        }
        return;
      }
      // The first news of a device that was silent: one button down is a press; of several, some were down before.
      if (started && latest === undefined && isOne(mask)) events.levels(0);
      latest = mask;
      if (started) events.levels(mask);
    });

    return {
      async start(limits) {
        await pause(clock, FIRST_LOOK_MS, limits.signal);
        if (latest !== undefined) events.levels(latest);
        started = true;
        return { identity: what };
      },
      async ask() {
        if (!(await transport.checkAlive())) throw new DeviceFault('offline', `${transport.name} is gone`);
      },
    };
  };
}

const isOne = (mask: number): boolean => mask !== 0 && (mask & (mask - 1)) === 0;
