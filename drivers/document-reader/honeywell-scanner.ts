import { z } from 'zod';
import { type Cancel, every } from '../clock.ts';
import { asFault, DeviceFault, type Driver, type DriverContext, type Limits } from '../driver.ts';
import { createInbox } from '../inbox.ts';
import {
  createMenuAnswerParser,
  type MenuAnswer,
  menuCommand,
  TRIGGER_OFF,
  TRIGGER_ON,
} from '../protocol/honeywell.ts';
import { checkLine, lineSettings, mainLine, watchLines } from './line-stream.ts';

const MenuCommands = z
  .string()
  .regex(/^([A-Z0-9_]{3,20}[ -\-/:<-~]*(;|$))*$/, 'menu commands such as OCRENA0, with ; between them')
  .transform((text) => text.split(';').filter((each) => each !== ''));

/** A Honeywell 2D scanner; without `menu` it works as it was set up with its bar codes. */
export const HoneywellSettings = z.strictObject({
  ...lineSettings,
  /**
   * Menu commands (name and value) sent at each connection, with `;` between them; they hold until power off. Which ones
   * switch OCR-B and QR on differs per model: see its OCR Programming guide.
   */
  menu: MenuCommands.prefault(''),
  /** `self`: the scanner scans by itself or by its own trigger; `host`: Waarmee keeps the trigger pressed. */
  trigger: z.enum(['self', 'host']).default('self'),
});

const ANSWER_MS = 1000;
/** A scanner lets its trigger go after a reading or after its own time limit; how long that is, is set in the scanner. */
const TRIGGER_MS = 5000;
const TRIGGER_AGAIN_MS = 1000;

/**
 * A Honeywell 2D scanner on endpoint `main`, serial or as virtual COM port: the machine readable zone by OCR-B, and the
 * QR code with the burgerservicenummer on the back of documents since August 2021. With menu commands it must answer
 * each, so another device in its place is refused; without, it answers no questions.
 */
export function createHoneywellScanner(
  context: DriverContext,
  settings: z.output<typeof HoneywellSettings>,
): Driver {
  const transport = mainLine(context);
  const { clock, life } = context;
  const inbox = createInbox<MenuAnswer>(clock, life);
  const answers = createMenuAnswerParser();
  let setUp = false;
  let again: Cancel = () => {};
  life.addEventListener('abort', () => again(), { once: true });

  const pull = async () => {
    try {
      await transport.write(TRIGGER_ON, { deadlineMs: ANSWER_MS, signal: life });
    } catch (error) {
      if (!life.aborted) context.emit({ type: 'fault', fault: asFault(error) });
    }
  };

  async function order(command: string, limits: Limits) {
    const within = { deadlineMs: Math.min(ANSWER_MS, limits.deadlineMs), signal: limits.signal };
    const answer = inbox.next(`menu command ${command}`, (each) => each, within);
    answer.catch(() => {});
    await transport.write(menuCommand(command), within);
    const { verdict, command: repeated } = await answer;
    if (!repeated.endsWith(command)) {
      throw new DeviceFault('illegal', 'this is not a Honeywell scanner: it does not repeat a menu command');
    }
    if (verdict === 'taken') return;
    const why = verdict === 'unknown' ? 'does not know it' : 'refuses its value';
    throw new DeviceFault('illegal', `settings.menu: ${command}: the scanner ${why}`);
  }

  return {
    async start(limits) {
      watchLines(context, transport, settings, {
        divert(bytes) {
          if (setUp) return false;
          for (const answer of answers.push(bytes)) inbox.push(answer);
          return true;
        },
        onMessage() {
          if (settings.trigger === 'self') return;
          again();
          again = clock.after(TRIGGER_AGAIN_MS, () => void pull());
        },
      });
      for (const command of settings.menu) await order(command, limits);
      setUp = true;
      if (settings.trigger === 'host') {
        await transport.write(TRIGGER_ON, limits);
        every(clock, TRIGGER_MS, life, pull);
      }
      return settings.menu.length > 0 ? { identity: 'Honeywell' } : {};
    },
    checkHealth: () => checkLine(transport),
    async leave(limits) {
      if (settings.trigger === 'host') await transport.write(TRIGGER_OFF, limits);
    },
  };
}
