import { type Clock, systemClock } from '../clock.ts';
import { encodePng } from '../raster/png.ts';
import { type PaperItem, textOf } from './paper/item.ts';
import { drawPaper } from './paper/picture.ts';
import { createPaperReader } from './paper/reader.ts';
import { createMisbehaviour } from './printer-misbehaviour.ts';
import {
  automaticStatus,
  inOrderAnswer,
  isOffline,
  type PrinterState,
  realtimeAnswer,
} from './printer-state.ts';
import type { PrintedPaper, SimulatedDevice } from './simulator.ts';

/** An ESC/POS printer as a TM-T88 behaves, with the kiosk commands of Custom beside it. */
export interface SimulatedPrinter extends SimulatedDevice {
  /** The text of each paper, newest last. */
  printed(): readonly string[];
  onPrinted(listener: (paper: PrintedPaper) => void): void;
}

/** Printable dots of a TM-T88 on paper of 80 mm. */
const WIDTH = 512;

/** `send` brings bytes to the host. */
export function createSimulatedPrinter(
  send: (bytes: Uint8Array) => void,
  clock: Clock = systemClock,
): SimulatedPrinter {
  const papers: string[] = [];
  const listeners: ((paper: PrintedPaper) => void)[] = [];
  const state: PrinterState = {
    paper: 'ok',
    coverOpen: false,
    cutterError: false,
    drawerOpen: false,
    ticketInMouth: false,
  };
  const misbehaviour = createMisbehaviour(send, clock);
  const { answer } = misbehaviour;
  /** What happens after so many lines more. */
  let after: { lines: number; happen: () => void } | undefined;
  let jammed = false;
  let model = 'TM-T88V';
  let language: 'escpos' | 'star' = 'escpos';
  let drawerPulses = 0;
  let retracted = 0;
  let automatic = 0;
  let items: PaperItem[] = [];
  let buffer: number[] = [];
  let realtime: number[] = [];
  let lastTold = '';

  const reader = createPaperReader(
    {
      print(item) {
        items.push(item);
        if (item.kind === 'feed' || !after) return;
        after.lines -= 1;
        if (after.lines > 0) return;
        after.happen();
        after = undefined;
      },
      cut() {
        if (jammed) state.cutterError = true;
        else if (items.length > 0) deliver('');
      },
      processId: (id) => misbehaviour.processId(Uint8Array.of(0x37, 0x22, ...id, 0x00)),
      initialized() {
        automatic = 0;
      },
      command(name, n) {
        if (name === 'status') answer(inOrderAnswer(state, n));
        if (name === 'identify' && model !== '')
          answer(Buffer.from(n === 0x43 ? `_${model}\0` : '_SIMULATOR\0', 'latin1'));
        if (name === 'drawer') kick();
        if (name === 'eject') {
          if (n === 2 && state.ticketInMouth) retracted += 1;
          state.ticketInMouth = n === 3;
        }
        if (name === 'automaticStatus') {
          automatic = n;
          if (n !== 0) tell(true);
        }
      },
    },
    WIDTH,
  );

  function kick() {
    drawerPulses += 1;
    state.drawerOpen = true;
  }

  function deliver(note: string) {
    const out = items;
    items = [];
    const lines = out.map(textOf).filter((line) => line !== undefined);
    const text = `${lines.join('\n').replace(/\n+$/, '')}${note}`;
    papers.push(text);
    const paper: PrintedPaper = { text, png: () => encodePng(drawPaper(out, WIDTH)) };
    for (const listener of listeners) listener(paper);
  }

  function tell(now = false) {
    const status = automaticStatus(state);
    const changed = status.join() !== lastTold;
    lastTold = status.join();
    if (automatic !== 0 && (now || changed)) answer(status);
  }

  function run() {
    let at = 0;
    while (at < buffer.length && !isOffline(state)) reader.feed(buffer[at++]!);
    buffer = buffer.slice(at);
    tell();
  }

  function receiveByte(byte: number) {
    if (realtime.length === 0 && byte !== 0x10) {
      buffer.push(byte);
      return;
    }
    if (realtime.length === 1 && byte === 0x10) {
      buffer.push(byte);
      return;
    }
    realtime.push(byte);
    if (runRealtime(realtime)) realtime = [];
  }

  /** Real-time commands work at once, wherever they are; false: more bytes are needed, true: done with these. */
  function runRealtime(bytes: readonly number[]): boolean {
    const [, kind, n] = bytes;
    if (kind === undefined) return false;
    if (kind !== 0x04 && kind !== 0x05 && kind !== 0x14) {
      buffer.push(...bytes);
      return true;
    }
    if (n === undefined) return false;
    if (kind === 0x04) {
      const status = realtimeAnswer(state, n);
      if (status) answer(status);
    } else if (kind === 0x05) {
      if (n === 2) clear();
      if (n === 1 || n === 2) recover();
    } else if (n === 0x07) {
      if (bytes.length < 4) return false;
      answer(automaticStatus(state));
    } else if (n === 0x01) {
      if (bytes.length < 5) return false;
      kick();
    } else if (n === 0x08) {
      if (bytes.length < 10) return false;
      clear();
      answer(Uint8Array.of(0x37, 0x25, 0x00));
    }
    return true;
  }

  /** The knife tries again; what it should have cut comes out when it can. */
  function recover() {
    if (!state.cutterError || jammed) return;
    state.cutterError = false;
    if (items.length > 0) deliver('');
  }

  function clear() {
    buffer = [];
    reader.reset();
    // What had come out of the slot already is torn off by hand.
    if (items.length > 0) deliver('\n(torn off)');
  }

  const openCover = () => (state.coverOpen = true);
  const takePaper = () => (state.paper = 'out');
  const jam = () => (jammed = true);
  const set: Readonly<Record<string, () => void>> = {
    'paper out': takePaper,
    'paper near': () => (state.paper = 'near'),
    'paper ok': () => {
      state.paper = 'ok';
      after = undefined;
    },
    'cover open': openCover,
    'cover closed': () => (state.coverOpen = false),
    'cutter jam': jam,
    'cutter error': () => {
      jam();
      state.cutterError = true;
    },
    'cutter ok': () => (jammed = false),
    'drawer closed': () => (state.drawerOpen = false),
    'language escpos': () => (language = 'escpos'),
    'language star': () => (language = 'star'),
    take: () => (state.ticketInMouth = false),
  };
  const later: Readonly<Record<string, () => void>> = {
    'paper out': takePaper,
    'cover open': openCover,
    'cutter jam': jam,
  };

  return {
    printed: () => papers,
    onPrinted: (listener) => void listeners.push(listener),
    receive(bytes) {
      // In its own language the printer knows one thing we ask: its status (Star ASB).
      if (language === 'star') {
        if (Buffer.from(bytes).includes(Buffer.of(0x1b, 0x06, 0x01)))
          send(Uint8Array.of(0x23, 0x86, 0, 0, 0, 0, 0, 0, 0));
        return;
      }
      for (const byte of bytes) receiveByte(byte);
      run();
    },
    powerOff() {
      automatic = 0;
      realtime = [];
      misbehaviour.powerOff();
      state.cutterError = false;
      clear();
    },
    command(line) {
      const [, what = '', count] = /^(paper out|cover open|cutter jam)-after (\d{1,4})$/.exec(line) ?? [];
      const happen = later[what];
      const name = /^model (.{0,40})$/.exec(line)?.[1];
      if (happen) after = { lines: Number(count), happen };
      else if (name !== undefined) model = name === 'none' ? '' : name;
      else if (line === 'state') {
        const { paper, coverOpen, cutterError, ticketInMouth } = state;
        return `paper ${paper}, cover ${coverOpen ? 'open' : 'closed'}, knife ${cutterError ? 'stuck' : 'free'}, drawer pulses ${drawerPulses}, ticket in mouth ${ticketInMouth}, taken back ${retracted}, papers ${papers.length}`;
      } else if (misbehaviour.command(line) === undefined) {
        const change = set[line];
        if (!change) return undefined;
        change();
      }
      run();
      return 'ok';
    },
    help: [
      'paper ok|near|out        cover open|closed   cutter jam|error|ok   (jam: at the next cut)',
      'paper out-after N        cover open-after N  cutter jam-after N    (N lines from now)',
      'take                     the ticket from the mouth      drawer closed      state',
      'model NAME|none          what it says it is             language escpos|star',
      ...misbehaviour.help,
    ],
  };
}
