import type { DisplayReport, DisplayStatus } from '../../shared/contract/display.ts';
import type { Clock } from '../core/ports.ts';
import { frame, type SseConnection } from './sse.ts';

/** A display that left is remembered this long, so that IT sees which one is missing. */
const REMEMBER_MS = 12 * 3_600_000;
/** More than a hall has; the oldest that left goes first. */
const REMEMBERED = 300;

export type Arrival = Pick<
  DisplayStatus,
  'name' | 'profile' | 'profileKnown' | 'address' | 'page' | 'upToDate'
>;

/** Which displays follow this server, which have left, and when each last gave a sign of life. */
export interface DisplayRegister {
  /** A display opened its stream; it is told the id under which it reports itself. */
  arrived(stream: SseConnection, arrival: Arrival): void;
  /** A display says that its page runs; false for an id that is not known. */
  seen(displayId: string, report: DisplayReport): boolean;
  list(): readonly DisplayStatus[];
  /** Makes a display load its page anew; false when it is not connected. */
  refresh(displayId: string): boolean;
}

interface Entry {
  status: DisplayStatus;
  readonly stream: SseConnection;
}

/** An empty register. `newId` makes an id that nobody can guess. */
export function createDisplayRegister(clock: Clock, newId: () => string): DisplayRegister {
  const entries = new Map<string, Entry>();
  const now = (): string => clock.now().toISOString();

  function change(displayId: string, status: Partial<DisplayStatus>): boolean {
    const entry = entries.get(displayId);
    if (!entry) return false;
    entry.status = { ...entry.status, ...status };
    return true;
  }

  /** The same place in the hall: it is one display, also after its connection or its page was renewed. */
  const same = (a: Arrival, b: Arrival): boolean =>
    a.name === b.name && a.address === b.address && a.profile === b.profile;

  function forget(arrival: Arrival): void {
    const old = clock.now().getTime() - REMEMBER_MS;
    const gone = [...entries.values()].filter(({ status }) => !status.connected);
    for (const [index, { status }] of gone.entries())
      if (same(status, arrival) || Date.parse(status.lastContact) < old || index < gone.length - REMEMBERED)
        entries.delete(status.displayId);
  }

  return {
    arrived(stream, arrival) {
      forget(arrival);
      const at = now();
      const displayId = newId();
      const status = {
        ...arrival,
        displayId,
        connected: true,
        since: at,
        lastContact: at,
        sound: 'unknown' as const,
        ignored: [],
      };
      entries.set(displayId, { status, stream });
      stream.onClose(() => {
        const back = [...entries.values()].some(
          (other) =>
            other.status.displayId !== displayId && other.status.connected && same(other.status, arrival),
        );
        // A page that was loaded anew is here before its old connection has gone.
        if (back) entries.delete(displayId);
        else change(displayId, { connected: false, since: now() });
      });
      stream.send(frame(displayId, 'you'));
    },
    seen: (displayId, { sound, ignored }) => change(displayId, { lastContact: now(), sound, ignored }),
    list: () =>
      [...entries.values()]
        .map(({ status }) => status)
        .sort((a, b) => Number(b.connected) - Number(a.connected) || label(a).localeCompare(label(b))),
    refresh(displayId) {
      const entry = entries.get(displayId);
      if (!entry?.status.connected) return false;
      entry.stream.send(frame('', 'reload'));
      return true;
    },
  };
}

function label({ name, address }: DisplayStatus): string {
  return name ?? address;
}
