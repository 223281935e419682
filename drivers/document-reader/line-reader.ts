import { z } from 'zod';
import type { Driver, DriverContext } from '../driver.ts';
import { checkLine, HexBytes, lineSettings, mainLine, watchLines } from './line-stream.ts';

/** A reader in line mode; the defaults are the most common set-up. Speed and port are those of the endpoint. */
export const LineReaderSettings = z.strictObject({
  ...lineSettings,
  /** Bytes that switch reading on, sent when the reader connects; and off, sent before that and when Waarmee lets go. */
  enable: HexBytes.prefault(''),
  disable: HexBytes.prefault(''),
});

/**
 * Any reader on endpoint `main` that sends machine readable zones as lines of ASCII by itself: Access-IS, DESKO, ARH,
 * swipe readers, scanners as virtual COM port. No maker publishes the bytes, so all of them are settings; a reading
 * counts only when layout and all check digits fit. It answers no questions, so who it is stays unknown.
 */
export function createLineReader(
  context: DriverContext,
  settings: z.output<typeof LineReaderSettings>,
): Driver {
  const transport = mainLine(context);
  const say = async (bytes: readonly number[], limits: Parameters<typeof transport.write>[1]) => {
    if (bytes.length > 0) await transport.write(Uint8Array.from(bytes), limits);
  };
  return {
    async start(limits) {
      await say(settings.disable, limits);
      // After the reader was quiet: what it still held is not for this visit.
      watchLines(context, transport, settings);
      await say(settings.enable, limits);
      return {};
    },
    checkHealth: () => checkLine(transport),
    leave: (limits) => say(settings.disable, limits),
  };
}
