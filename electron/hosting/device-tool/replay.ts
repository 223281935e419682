import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { DeviceBinding, DeviceMessage } from '../../../shared/contract/device-protocol.ts';
import { type DriverEntry, drivers } from '../../../drivers/registry.ts';
import { withSpecimens } from '../../../drivers/specimen.ts';
import type { TraceEntry } from '../../../drivers/trace.ts';
import { entriesToReplay, readTraceFile } from '../../../drivers/trace-file.ts';
import { openReplay, type Replay } from '../../../drivers/transport/replay.ts';
import { DeviceFault } from '../../../drivers/driver.ts';
import { HostError } from '../host-error.ts';
import { openHost, type Terminal } from './open-host.ts';
import { STATE } from './words.ts';

/** A driver that has the next bytes to send does so well within this; what comes later needs somebody who asks for it. */
const QUIET_MS = 3000;
const LOOK_MS = 50;

type Recorded = ReadonlyMap<string, readonly TraceEntry[]>;

interface Played {
  readonly lines: readonly string[];
  readonly left: number;
  readonly differs: string | undefined;
  /** The driver got as far as being ready. */
  readonly worked: boolean;
}

/**
 * Plays a trace file back to its driver and tells what the driver makes of it; 1 when the driver sends other bytes than
 * it did. Documents are masked in a recording: a specimen takes their place, or, where that does not fit, the mask.
 */
export async function replayTrace(
  { file, connection }: { readonly file: string; readonly connection: number | null },
  { say, stop }: Terminal,
): Promise<number> {
  const { header, lines } = read(file);
  const entry = drivers.find(({ name, role }) => name === header.driver && role === header.role);
  if (!entry) throw new HostError(`${file}: de driver ${header.driver} voor ${header.role} bestaat niet.`);
  const recorded = entriesToReplay(lines, connection ?? undefined);
  const total = [...recorded.values()].flat().length;
  if (total === 0) throw new HostError(`${file}: hierin staat niets van deze verbinding.`);

  const { settings } = header;
  const specimens = new Map([...recorded].map(([name, entries]) => [name, withSpecimens(entries)]));
  const first = await play(entry, settings, specimens, stop);
  const best = first.differs === undefined ? first : await play(entry, settings, recorded, stop);
  const { lines: told, left, differs } = best.differs === undefined ? best : first;

  for (const line of told) say(line);
  say(`${total - left} van ${total} stukken nagespeeld.`);
  if (differs !== undefined) say(`De driver stuurt nu iets anders dan in de opname (${differs}).`);
  else if (left > 0)
    say('De rest wacht op iets dat Waarmee moet vragen, zoals een afdruk of een handtekening.');
  return differs === undefined && best.worked ? 0 : 1;
}

async function play(
  { name: driver, role, endpoints: names }: DriverEntry,
  settings: DeviceBinding['settings'],
  recorded: Recorded,
  stop: AbortSignal,
): Promise<Played> {
  const replays = new Map<string, Replay>();
  const entriesOf = (name: string) => recorded.get(name) ?? [];
  const lines: string[] = [];
  const seen = { opening: true, worked: false };
  const host = openHost(stop, {
    async openTransport(endpoint) {
      const name = 'host' in endpoint ? endpoint.host : '';
      if (replays.has(name)) throw new DeviceFault('noHardware', 'the recording was played already');
      const replay = openReplay(entriesOf(name), name);
      replays.set(name, replay);
      return replay;
    },
  });
  host.onMessage((message) => {
    if (message.type === 'status') {
      seen.opening = message.status.state === 'opening';
      seen.worked ||= message.status.state === 'idle';
    }
    const line = told(message);
    if (line !== undefined) lines.push(line);
  });
  const endpoints = Object.fromEntries(
    names.map((name) => [name, { kind: 'tcp', host: name, port: 1 } as const]),
  );
  host.send({ type: 'configure', bindings: [{ role, driver, settings, endpoints }] });

  const left = () =>
    names.reduce((sum, name) => sum + (replays.get(name)?.left() ?? entriesOf(name).length), 0);
  const differs = () => [...replays.values()].map((replay) => replay.differs()).find((each) => each);
  let before = left();
  let quietMs = 0;
  while (quietMs < QUIET_MS && (before > 0 || seen.opening) && differs() === undefined && !stop.aborted) {
    await pause(LOOK_MS);
    quietMs = left() < before ? 0 : quietMs + LOOK_MS;
    before = left();
  }
  const end = { lines: [...lines], left: left(), differs: differs(), worked: seen.worked };
  await host.stop();
  return end;
}

function read(file: string): ReturnType<typeof readTraceFile> {
  try {
    return readTraceFile(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'onbekend';
    throw new HostError(`${file}: dit is geen opname die kan worden afgespeeld (${reason}).`);
  }
}

/** What a driver told, without what it read. */
function told(message: DeviceMessage): string | undefined {
  switch (message.type) {
    case 'status': {
      const { state, reason, detail, identity, conditions } = message.status;
      return [STATE[state], reason, detail, identity, ...conditions].filter(Boolean).join(' — ');
    }
    case 'buttonPressed':
      return `knop ${message.button}`;
    case 'documentRead':
      return 'document gelezen';
    case 'documentUnreadable':
      return `document onleesbaar (${message.why})`;
    case 'codeScanned':
      return 'code gelezen';
    default:
      return undefined;
  }
}
