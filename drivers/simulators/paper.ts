/** What an ESC/POS byte stream does, command by command. */
export interface PaperEvents {
  /** A line came out of the printer. */
  line(text: string): void;
  /** The paper was cut. */
  cut(): void;
  /** GS ( H function 48. */
  processId(id: Uint8Array): void;
  /** GS r n, GS I n, GS a n, ESC p m, GS e n: the caller answers from its state. */
  command(name: 'status' | 'identify' | 'automaticStatus' | 'drawer' | 'eject', n: number): void;
  initialized(): void;
}

/** How many argument bytes follow a command; written from the ESC/POS reference, not from any encoder. */
const ESC: Readonly<Record<string, number>> = {
  '@': 0,
  '2': 0,
  '3': 1,
  ' ': 1,
  '!': 1,
  '-': 1,
  E: 1,
  G: 1,
  J: 1,
  M: 1,
  R: 1,
  V: 1,
  a: 1,
  d: 1,
  t: 1,
  '{': 1,
  $: 2,
  c: 2,
  p: 3,
  i: 0,
  m: 0,
};
const GS: Readonly<Record<string, number>> = { '!': 1, B: 1, H: 1, I: 1, L: 2, W: 2, a: 1, b: 1, r: 1 };

const CP858 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´≡±‗¾¶§÷¸°¨·¹³²■\u00a0';
const windows1252 = new TextDecoder('windows-1252');

/** Reads print data one byte at a time; what it does not know is printed as such, so that a test sees it. */
export function createPaperReader(events: PaperEvents): { feed(byte: number): void; reset(): void } {
  let command: number[] = [];
  let text = '';
  let page = 0;
  let qrData = '';

  const letter = (byte: number) => {
    if (byte < 0x80) return String.fromCharCode(byte);
    if (page === 16) return windows1252.decode(Uint8Array.of(byte));
    return page === 19 ? CP858[byte - 0x80]! : '?';
  };
  function endLine() {
    events.line(text.trimEnd());
    text = '';
  }
  const unknown = () => {
    text += `<unknown ${Buffer.from(command).toString('hex')}>`;
  };

  /** True when the command is complete. */
  function esc([, code, ...args]: number[]): boolean {
    const name = String.fromCharCode(code!);
    if (args.length < (ESC[name] ?? 0)) return false;
    const [n = 0] = args;
    if (!(name in ESC)) unknown();
    else if (name === '@') reset(true);
    else if (name === 't') page = n;
    else if (name === 'd') for (let i = 0; i < n; i += 1) endLine();
    else if (name === 'J' && text !== '') endLine();
    else if (name === 'p') events.command('drawer', n);
    else if (name === 'i' || name === 'm') cut();
    return true;
  }

  function gs([, code, ...args]: number[]): boolean {
    const name = String.fromCharCode(code!);
    const [n = -1] = args;
    if (name === '(') return block(args);
    if (name === 'V') {
      if (n < 0 || (n >= 0x41 && args.length < 2)) return false;
      cut();
      return true;
    }
    if (name === 'e') {
      if (n < 0 || (n === 3 && args.length < 2)) return false;
      events.command('eject', n);
      return true;
    }
    if (args.length < (GS[name] ?? 0)) return false;
    if (!(name in GS)) unknown();
    else if (name === 'r') events.command('status', n);
    else if (name === 'I') events.command('identify', n);
    else if (name === 'a') events.command('automaticStatus', n);
    return true;
  }

  /** GS ( letter pL pH data */
  function block([kind, low, high, ...data]: number[]): boolean {
    if (kind === undefined || low === undefined || high === undefined || data.length < low + high * 256)
      return false;
    if (kind === 0x48 && data[0] === 0x30) events.processId(Uint8Array.from(data.slice(2)));
    else if (kind !== 0x6b || data[0] !== 0x31) unknown();
    else if (data[1] === 0x50) qrData = Buffer.from(data.slice(3)).toString('latin1');
    else if (data[1] === 0x51) {
      text += `[QR ${qrData}]`;
      endLine();
    }
    return true;
  }

  function cut() {
    if (text !== '') endLine();
    events.cut();
  }
  function reset(byCommand: boolean) {
    text = '';
    page = 0;
    qrData = '';
    if (byCommand) events.initialized();
  }

  return {
    feed(byte) {
      if (command.length === 0) {
        if (byte === 0x0a) endLine();
        else if (byte === 0x1b || byte === 0x1c || byte === 0x1d) command = [byte];
        else if (byte >= 0x20) text += letter(byte);
        return;
      }
      command.push(byte);
      const [lead] = command;
      // FS commands the driver uses (FS . and FS &) have no arguments.
      const complete = lead === 0x1b ? esc(command) : lead === 0x1d ? gs(command) : true;
      if (complete) command = [];
    },
    reset() {
      command = [];
      reset(false);
    },
  };
}
