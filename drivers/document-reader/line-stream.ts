import { z } from 'zod';
import { type Cancel } from '../clock.ts';
import { DeviceFault, type DriverContext, type Transport } from '../driver.ts';
import { createNoiseMeter } from '../noise-meter.ts';
import { createLineParser, type LineMessage } from '../protocol/mrz-lines.ts';
import { createReadings } from './readings.ts';

/** Bytes as IT writes them: hexadecimal, spaces allowed. */
export const HexBytes = z
  .string()
  .regex(/^\s*([0-9a-f]{2}\s*){0,64}$/i, 'bytes in hexadecimal, such as 02 or 0D 0A')
  .transform((text) => [...Buffer.from(text.replace(/\s/g, ''), 'hex')]);

/** How the reader marks its lines; what a reader sends is set in the reader itself, so these follow its set-up. */
export const lineSettings = {
  /** Bytes before each message, such as 02 (STX) or 1C (FS). */
  prefix: HexBytes.prefault(''),
  /** What stands between the lines; `any` takes CR, LF and CR LF. */
  separator: z.enum(['any', 'cr', 'lf', 'crlf']).default('any'),
  /** Bytes after each message, such as 03 (ETX), or 0D 0D where an extra CR closes it. */
  suffix: HexBytes.prefault(''),
  /** So long a silence ends a message, in milliseconds. */
  idleMs: z.int().min(50).max(2000).default(150),
} as const;

const LineSettings = z.strictObject(lineSettings);

/** A filler, or a line as long as those of a machine readable zone: a document that was misread, not some code. */
function looksLikeMrz({ lines, text }: LineMessage): boolean {
  if (text === undefined) return true;
  return text.includes('<') || lines.some((line) => [30, 36, 44].includes(line.length));
}

/**
 * Tells what comes over `transport` in line mode: documents, and the burgerservicenummer in a code. `divert` may take
 * bytes away first (answers to commands); `onMessage` hears of each message, whatever was in it.
 */
export function watchLines(
  context: DriverContext,
  transport: Transport,
  settings: z.output<typeof LineSettings>,
  hooks: { readonly divert?: (bytes: Uint8Array) => boolean; readonly onMessage?: () => void } = {},
): void {
  const { clock, life } = context;
  const parser = createLineParser(settings);
  const readings = createReadings(context);
  const noise = createNoiseMeter(clock, life, (on) =>
    context.emit({ type: 'conditions', conditions: on ? ['noise'] : [] }),
  );
  let silence: Cancel = () => {};
  life.addEventListener('abort', () => silence(), { once: true });

  const deal = (frames: ReturnType<typeof parser.push>) => {
    for (const frame of frames) {
      if (frame.kind === 'garbage') {
        noise.count(frame.count);
        continue;
      }
      const reading = readings.judge(frame.lines);
      if (reading.result.ok || looksLikeMrz(frame)) readings.document(reading);
      else readings.code(frame.text ?? '');
      hooks.onMessage?.();
    }
  };
  transport.onBytes((bytes) => {
    if (life.aborted || hooks.divert?.(bytes)) return;
    deal(parser.push(bytes));
    silence();
    if (parser.partial) silence = clock.after(settings.idleMs, () => deal(parser.end()));
  });
}

/** The one line of a reader; throws `illegal` when the binding has none. */
export function mainLine({ transports }: DriverContext): Transport {
  const transport = transports['main'];
  if (!transport) throw new DeviceFault('illegal', "endpoint 'main' is missing");
  return transport;
}

/** These readers answer no questions in line mode: a health check can only look at the line. */
export async function checkLine(transport: Transport): Promise<string> {
  if (await transport.checkAlive())
    return 'the line is open; this reader answers no questions, so try a document';
  throw new DeviceFault('offline', `${transport.name} is no longer there`);
}
