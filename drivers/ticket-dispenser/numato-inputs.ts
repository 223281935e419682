import { every } from '../clock.ts';
import { asFault, DeviceFault, type DriverContext, type Limits, type Transport } from '../driver.ts';
import { createInbox } from '../inbox.ts';
import { createNoiseMeter } from '../noise-meter.ts';
import type { InputEvents, Inputs } from './inputs.ts';
import { createNumatoParser, type NumatoFrame, numatoCommand } from '../protocol/numato.ts';

const ANSWER_MS = 1000;
const POLL_MS = 1000;
const MISSES = 3;
/** Rounds of polling after which notify is switched on once more. */
const NOTIFY_AGAIN = 5;

/** Tells the raw levels (bit mask, input 0 in bit 0) at every change, and once a second in case a notice was lost. */
export function createNumatoInputs(
  transport: Transport,
  context: DriverContext,
  events: InputEvents,
): Inputs {
  const { clock, life } = context;
  const parser = createNumatoParser();
  const inbox = createInbox<NumatoFrame>(clock, life);
  const noise = createNoiseMeter(clock, life, events.noise);
  let turn: Promise<unknown> = Promise.resolve();

  transport.onBytes((bytes) => {
    if (life.aborted) return;
    for (const frame of parser.push(bytes)) {
      if (frame.kind === 'notify') events.levels(frame.current);
      if (frame.kind === 'garbage') noise.count(frame.count);
      inbox.push(frame);
    }
  });

  /** Sends a command; gives the answer line, or undefined when only the prompt came. */
  function command(text: string, limits: Limits): Promise<string | undefined> {
    const run = async () => {
      const within = { deadlineMs: Math.min(ANSWER_MS, limits.deadlineMs), signal: limits.signal };
      let line: string | undefined;
      const answer = inbox.next(
        text,
        (frame) => {
          if (frame.kind === 'answer') line = frame.text;
          return frame.kind === 'prompt' ? { line } : undefined;
        },
        within,
      );
      answer.catch(() => {});
      await transport.write(numatoCommand(text), within);
      return (await answer).line;
    };
    const answer = turn.then(run);
    turn = answer.catch(() => {});
    return answer;
  }

  async function ask(limits: Limits) {
    const line = (await command('gpio readall', limits)) ?? '';
    if (!/^[0-9a-f]{2,8}$/i.test(line)) throw new DeviceFault('failure', 'gpio readall gave no levels');
    events.levels(Number.parseInt(line, 16));
  }

  return {
    ask,
    async start(limits) {
      // What the last user left half typed ends here; a module that is still sending is let finish.
      await command('', limits).catch(() => undefined);
      const version = await command('ver', limits);
      if (version === undefined || !/^[0-9a-z .]{1,20}$/i.test(version)) {
        throw new DeviceFault('illegal', 'this is not a Numato GPIO module: no version after "ver"');
      }
      await command('gpio notify on', limits);
      await ask(limits);
      let misses = 0;
      let rounds = 0;
      every(clock, POLL_MS, life, async () => {
        try {
          rounds += 1;
          // A module that lost its power for a moment has forgotten it.
          if (rounds % NOTIFY_AGAIN === 0)
            await command('gpio notify on', { deadlineMs: POLL_MS, signal: life });
          await ask({ deadlineMs: POLL_MS, signal: life });
          misses = 0;
        } catch (error) {
          misses += 1;
          if (misses >= MISSES) context.emit({ type: 'fault', fault: asFault(error) });
        }
      });
      return { identity: `Numato GPIO ${version}` };
    },
  };
}
