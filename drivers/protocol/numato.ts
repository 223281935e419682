/** What a Numato USB GPIO module says; levels are bit masks, input 0 in bit 0. */
export type NumatoFrame =
  /** "CUR PREV IODIR", sent by itself on every change once notify is on. */
  | { readonly kind: 'notify'; readonly current: number; readonly previous: number }
  /** Any other line that is not the echo of a command: the answer to one. */
  | { readonly kind: 'answer'; readonly text: string }
  /** The prompt `>`: the module is ready for the next command. */
  | { readonly kind: 'prompt' }
  | { readonly kind: 'garbage'; readonly count: number };

export interface NumatoParser {
  /** Bytes as they come, in any chunks. Never throws; holds at most 80 bytes. */
  push(bytes: Uint8Array): NumatoFrame[];
}

const LINE_CAP = 80;
const ECHO = /^(ver|id |gpio )/;
const NOTIFY = /^[#@]?\s*([0-9a-f]{2,8}) ([0-9a-f]{2,8}) ([0-9a-f]{2,8})$/i;

/** A command with its carriage return; the baud rate does not matter (USB CDC). */
export const numatoCommand = (text: string): Uint8Array => Buffer.from(`${text}\r`, 'latin1');

/** Takes the echoing line protocol of the module apart (Numato Lab GPIO module, ASCII command set). */
export function createNumatoParser(): NumatoParser {
  let line = '';
  let skipping = 0;

  function endLine(): NumatoFrame[] {
    const text = line.trim();
    line = '';
    if (skipping > 0) {
      const count = skipping;
      skipping = 0;
      return [{ kind: 'garbage', count }];
    }
    if (text === '' || ECHO.test(text)) return [];
    const notify = NOTIFY.exec(text);
    if (!notify) return [{ kind: 'answer', text }];
    return [
      { kind: 'notify', current: Number.parseInt(notify[1]!, 16), previous: Number.parseInt(notify[2]!, 16) },
    ];
  }

  return {
    push(bytes) {
      const frames: NumatoFrame[] = [];
      for (const byte of bytes) {
        if (byte === 0x0d || byte === 0x0a) frames.push(...endLine());
        else if (byte === 0x3e) frames.push(...endLine(), { kind: 'prompt' });
        else if (skipping > 0) skipping += 1;
        else if (byte < 0x20 || byte > 0x7e || line.length >= LINE_CAP) {
          // A line with a byte that cannot be in it is dropped whole: half a mask would press the wrong button.
          skipping = line.length + 1;
          line = '';
        } else line += String.fromCharCode(byte);
      }
      return frames;
    },
  };
}
