import { assertNever } from '../../shared/lib/assert-never.ts';
import { systemClock } from '../clock.ts';
import type { Endpoint } from '../driver.ts';
import { createSimulatedButtonBox } from './button-box.ts';
import { createSimulatedScanner } from './code-scanner.ts';
import { createSimulatedEncoder } from './hid-buttons.ts';
import { type Line, openLine, type Place } from './line.ts';
import { createSimulatedLineReader } from './line-reader.ts';
import { createPace } from './pace.ts';
import { createSimulatedFingerModule } from './finger-module.ts';
import { createSimulatedPrinter, type SimulatedPrinter } from './printer.ts';
import { createSimulatedReader } from './reader.ts';
import { createSimulatedCamera } from './serial-camera.ts';
import { createSimulatedPad, type ScreenDevice } from './signature-pad.ts';
import type { PrintedPaper, SimulatedDevice, Simulator, SimulatorKind } from './simulator.ts';
import { createSimulatedTerminal } from './terminal.ts';
import { createSimulatedTopaz } from './topaz-pad.ts';

/** Lines every simulated device understands. */
const COMMON_HELP = [
  'unplug    replug         the cable out and in (what was in the device is gone); one cable: unplug buttons',
  'mute      unmute         stop and start answering',
  'noise N                  N bytes of garbage        raw HEX [CABLE]  these bytes, as they are',
  'split [MS]               send byte by byte, with pauses of MS milliseconds       whole   at once again',
  'cable                    connected, or nobody listens',
  'power-cycle              the device starts anew behind a cable that stays in',
  'vanish                   the next message stops halfway and the cable goes out',
  'stall     flow           take no more bytes, take them again',
  'baud N                   as fast as a serial line of N baud, 0: as fast as it can',
  'help',
];

const HID: ReadonlySet<SimulatorKind> = new Set(['signature-pad', 'gamepad', 'keyboard-encoder']);
const ONLY_TCP = 'a HID device has no serial port: give it a TCP port';

interface Part {
  readonly name: string;
  readonly line: Line;
  readonly device: SimulatedDevice;
  setFlow(on: boolean): void;
  setBaud(baud: number): void;
}

/**
 * Starts a simulated device that speaks the bytes of the real one. A dispenser has two cables: on TCP the ports `tcp`
 * and `tcp + 1` (0: two free ones), on pseudo-terminals `link` and `link-buttons`. Rejects when a cable cannot be laid.
 */
export async function startSimulator(kind: SimulatorKind, place: Place): Promise<Simulator> {
  let muted = false;
  let vanishing = false;
  let printer: SimulatedPrinter | undefined;
  let pad: ScreenDevice | undefined;
  const listeners = new Set<(paper: PrintedPaper) => void>();
  const watchers = new Set<() => void>();
  const parts: Part[] = [];

  async function add(
    name: string,
    where: Place,
    create: (send: (bytes: Uint8Array) => void) => SimulatedDevice,
  ) {
    const line = await openLine(where);
    let flow = true;
    let full = false;
    const toHost = createPace(systemClock, (bytes) => line.send(bytes));
    const toDevice = createPace(
      systemClock,
      (bytes) => device.receive(bytes),
      (now) => {
        full = now;
        line.setReading(flow && !full);
      },
    );
    const device = create((bytes) => {
      if (muted) return;
      if (!vanishing || bytes.length < 2) return toHost.push(bytes);
      vanishing = false;
      toHost.clear();
      line.sendLast(bytes.slice(0, bytes.length / 2));
      device.powerOff();
    });
    line.onBytes(toDevice.push);
    parts.push({
      name,
      line,
      device: {
        ...device,
        powerOff() {
          toHost.clear();
          toDevice.clear();
          device.powerOff();
        },
      },
      setFlow(on) {
        flow = on;
        line.setReading(flow && !full);
      },
      setBaud(baud) {
        toHost.setBaud(baud);
        toDevice.setBaud(baud);
      },
    });
  }
  const createPrinter = (send: (bytes: Uint8Array) => void) => {
    printer = createSimulatedPrinter(send);
    printer.onPrinted((paper) => {
      for (const listener of listeners) listener(paper);
    });
    return printer;
  };

  try {
    await lay();
  } catch (error) {
    await Promise.all(parts.map((part) => part.line.stop()));
    throw error;
  }

  async function lay() {
    switch (kind) {
      case 'receipt-printer':
        return add('main', place, createPrinter);
      case 'document-reader':
        return add('main', place, createSimulatedReader);
      case 'signature-pad':
        if ('link' in place) throw new Error(ONLY_TCP);
        return add('main', place, (send) => {
          pad = createSimulatedPad(send, () => {
            for (const watch of watchers) watch();
          });
          return pad;
        });
      case 'topaz-pad':
        return add('main', place, createSimulatedTopaz);
      case 'line-reader':
        return add('main', place, createSimulatedLineReader);
      case 'code-scanner':
        return add('main', place, createSimulatedScanner);
      case 'gamepad':
      case 'keyboard-encoder':
        if ('link' in place) throw new Error(ONLY_TCP);
        return add('main', place, (send) => createSimulatedEncoder(kind, send));
      case 'ticket-dispenser':
        await add('printer', place, createPrinter);
        return add('buttons', secondPlace(place), createSimulatedButtonBox);
      case 'payment-terminal':
        return add('main', place, (send) =>
          createSimulatedTerminal(send, 'link' in place ? 'serial' : 'tcp'),
        );
      case 'camera':
        return add('main', place, createSimulatedCamera);
      case 'fingerprint-reader':
        return add('main', place, createSimulatedFingerModule);
      default:
        return assertNever(kind);
    }
  }

  /** The cable of that name, or all. */
  function cables(name: string | undefined): Part[] {
    const named = parts.filter((part) => part.name === name);
    return named.length > 0 ? named : parts;
  }

  async function command(line: string): Promise<string> {
    const [name, value, cable] = line.trim().split(/\s+/);
    switch (name) {
      case 'unplug':
        await Promise.all(cables(value).map((part) => part.line.unplug()));
        for (const part of cables(value)) part.device.powerOff();
        return 'ok';
      case 'replug':
        await Promise.all(cables(value).map((part) => part.line.replug()));
        return 'ok';
      case 'mute':
      case 'unmute':
        muted = name === 'mute';
        return 'ok';
      case 'split':
      case 'whole':
        for (const part of parts) part.line.setSplit(name === 'split', Number(value) || 0);
        return 'ok';
      case 'cable':
        return parts.every((part) => part.line.isHeard()) ? 'connected' : 'nobody';
      case 'power-cycle':
        for (const part of cables(value)) part.device.powerOff();
        return 'ok';
      case 'vanish':
        vanishing = true;
        return 'ok';
      case 'raw':
        for (const part of cables(cable)) part.line.send(Buffer.from(value ?? '', 'hex'));
        return 'ok';
      case 'stall':
      case 'flow':
        for (const part of parts) part.setFlow(name === 'flow');
        return 'ok';
      case 'baud':
        for (const part of parts) part.setBaud(Number(value) || 0);
        return 'ok';
      case 'noise':
        for (const part of parts) part.line.send(garbage(Number(value) || 1));
        return 'ok';
      case 'help':
        return [...parts.flatMap((part) => part.device.help), ...COMMON_HELP].join('\n');
    }
    for (const part of parts) {
      const answer = part.device.command(line.trim());
      if (answer !== undefined) return answer;
    }
    throw new Error(`'${name}' is not understood. Possible:\n${await command('help')}`);
  }

  return {
    endpoints: Object.fromEntries(parts.map((part) => [part.name, endpointOf(kind, part.line)])),
    command,
    printed: () => [...(printer?.printed() ?? [])],
    onPrinted(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    screen: () => pad?.screen(),
    onScreen(listener) {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    async stop() {
      for (const part of parts) part.device.powerOff();
      await Promise.all(parts.map((part) => part.line.stop()));
    },
  };
}

/** What the driver opens: a HID device speaks through the tunnel. */
function endpointOf(kind: SimulatorKind, { endpoint }: Line): Endpoint {
  if (HID.has(kind) && endpoint.kind === 'tcp') return { ...endpoint, kind: 'hid-tcp' };
  if (kind === 'topaz-pad' && endpoint.kind === 'serial')
    return { ...endpoint, baudRate: 19_200, parity: 'odd' };
  return endpoint;
}

function secondPlace(place: Place): Place {
  if ('link' in place) return { link: `${place.link}-buttons` };
  return { tcp: place.tcp === 0 ? 0 : place.tcp + 1 };
}

/** Bytes no protocol here uses (high bit set), the same every time. */
function garbage(count: number): Uint8Array {
  return Uint8Array.from({ length: count }, (_, index) => 0x80 | ((index * 37 + 11) & 0x7f));
}
