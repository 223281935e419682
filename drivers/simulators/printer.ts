import { createPaperReader } from './paper.ts';
import type { SimulatedDevice } from './simulator.ts';

/** An ESC/POS printer as a TM-T88 behaves, with the kiosk commands of Custom beside it. */
export interface SimulatedPrinter extends SimulatedDevice {
  printed(): readonly string[];
  onPrinted(listener: (text: string) => void): void;
}

/** `send` brings bytes to the host. */
export function createSimulatedPrinter(send: (bytes: Uint8Array) => void): SimulatedPrinter {
  const papers: string[] = [];
  const listeners: ((text: string) => void)[] = [];
  let paper: 'ok' | 'near' | 'out' = 'ok';
  let outAfter = Number.POSITIVE_INFINITY;
  let coverOpen = false;
  let jammed = false;
  let givesIds = true;
  let drawerPulses = 0;
  let ticketInMouth = false;
  let automatic = 0;
  let lines: string[] = [];
  let buffer: number[] = [];
  let realtime: number[] = [];
  let lastTold = '';

  const offline = () => paper === 'out' || coverOpen || jammed;
  const flag = (on: boolean, bits: number) => (on ? bits : 0);
  const isLow = () => paper !== 'ok';
  const automaticStatus = () =>
    Uint8Array.of(
      0x14 | flag(offline(), 0x08) | flag(coverOpen, 0x20),
      flag(jammed, 0x08),
      flag(isLow(), 0x03) | flag(paper === 'out', 0x0c),
      0x0f,
    );

  const reader = createPaperReader({
    line(text) {
      lines.push(text);
      outAfter -= 1;
      if (outAfter <= 0) paper = 'out';
    },
    cut() {
      if (lines.length === 0) return;
      const text = lines.join('\n').replace(/\n+$/, '');
      lines = [];
      papers.push(text);
      for (const listener of listeners) listener(text);
    },
    processId(id) {
      if (givesIds) send(Uint8Array.of(0x37, 0x22, ...id, 0x00));
    },
    initialized() {
      automatic = 0;
    },
    command(name, n) {
      if (name === 'status') send(Uint8Array.of(n === 1 ? flag(isLow(), 0x03) : 0));
      if (name === 'identify') send(Buffer.from(n === 0x43 ? '_TM-T88V\0' : '_SIMULATOR\0', 'latin1'));
      if (name === 'drawer') drawerPulses += 1;
      if (name === 'eject') ticketInMouth = n === 3;
      if (name === 'automaticStatus') {
        automatic = n;
        if (n !== 0) tell(true);
      }
    },
  });

  function tell(now = false) {
    const status = automaticStatus();
    const changed = status.join() !== lastTold;
    lastTold = status.join();
    if (automatic !== 0 && (now || changed)) send(status);
  }

  function run() {
    let at = 0;
    while (at < buffer.length && !offline()) reader.feed(buffer[at++]!);
    buffer = buffer.slice(at);
    tell();
  }

  /** Real-time commands work at once, also offline; false: more bytes are needed, true: done with these. */
  function runRealtime(): boolean {
    const [, kind, n] = realtime;
    if (kind === undefined) return false;
    if (kind === 0x04 && n === undefined) return false;
    if (kind === 0x04) answer(n!);
    else if (kind === 0x05) {
      if (n === undefined) return false;
      if (n === 2) clear();
      if (n === 1 || n === 2) jammed = false;
    } else if (kind === 0x14 && (n === undefined || n === 0x08)) {
      if (realtime.length < 10) return false;
      clear();
      send(Uint8Array.of(0x37, 0x25, 0x00));
    } else buffer.push(...realtime);
    return true;
  }

  function answer(n: number) {
    if (n === 1) send(Uint8Array.of(0x16 | flag(offline(), 0x08)));
    if (n === 2)
      send(Uint8Array.of(0x12 | flag(coverOpen, 0x04) | flag(paper === 'out', 0x20) | flag(jammed, 0x40)));
    if (n === 3) send(Uint8Array.of(0x12 | flag(jammed, 0x08)));
    if (n === 4) send(Uint8Array.of(0x12 | flag(isLow(), 0x0c) | flag(paper === 'out', 0x60)));
    if (n === 0x14) {
      const p = flag(paper === 'out', 0x01) | flag(isLow(), 0x04) | flag(ticketInMouth, 0x20);
      send(Uint8Array.of(0x10, 0x0f, p, flag(coverOpen, 0x02), 0, flag(jammed, 0x01)));
    }
  }

  function clear() {
    buffer = [];
    reader.reset();
    // What had come out of the slot already is torn off by hand.
    if (lines.length > 0) papers.push(`${lines.join('\n')}\n(torn off)`);
    lines = [];
  }

  const set: Readonly<Record<string, () => void>> = {
    'paper out': () => (paper = 'out'),
    'paper near': () => (paper = 'near'),
    'paper ok': () => {
      paper = 'ok';
      outAfter = Number.POSITIVE_INFINITY;
    },
    'cover open': () => (coverOpen = true),
    'cover closed': () => (coverOpen = false),
    'cutter jam': () => (jammed = true),
    'cutter ok': () => (jammed = false),
    'ids off': () => (givesIds = false),
    'ids on': () => (givesIds = true),
    take: () => (ticketInMouth = false),
  };

  return {
    printed: () => papers,
    onPrinted: (listener) => void listeners.push(listener),
    receive(bytes) {
      for (const byte of bytes) {
        if (realtime.length === 0 && byte !== 0x10) buffer.push(byte);
        else {
          realtime.push(byte);
          if (runRealtime()) realtime = [];
        }
      }
      run();
    },
    powerOff() {
      automatic = 0;
      realtime = [];
      clear();
    },
    command(line) {
      const after = /^paper out-after (\d+)$/.exec(line);
      if (after) outAfter = Number(after[1]);
      else if (line === 'state') {
        return `paper ${paper}, cover ${coverOpen ? 'open' : 'closed'}, drawer pulses ${drawerPulses}, ticket in mouth ${ticketInMouth}, papers ${papers.length}`;
      } else {
        const change = set[line];
        if (!change) return undefined;
        change();
      }
      run();
      return 'ok';
    },
    help: [
      'paper ok|near|out        paper out-after N   (N lines from now)',
      'cover open|closed        cutter jam|ok       take (the ticket from the mouth)',
      'ids on|off               answer process ids or not        state',
    ],
  };
}
