import type { DeviceStatus } from '../../../shared/contract/device-protocol.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { HallGroupConfig, IssuedTicket } from '../hall/index.ts';
import type { Clock, DeviceLink, Ids, Log } from '../ports.ts';
import type { Config } from '../settings/config-schema.ts';
import { works } from './equipment.ts';

/** Issues a ticket of a group; the hall's self-service. */
export type IssueTicket = (request: {
  readonly commandId: string;
  readonly group: string;
}) => Promise<Result<IssuedTicket>>;

const REFUSE_AGAIN_MS = 10_000;
/** Who sees no paper yet presses again: so soon after the last press it is the same visitor. */
const SAME_VISITOR_MS = 2000;
/** A paper that takes longer than this hangs: the button must not be dead with it. */
const HANGS_MS = 30_000;

/** The press of a button that gave, or will give, the last number of it. */
interface Press {
  readonly begunAt: number;
  /** Also when it was pressed again for the same number. */
  lastAt: number;
  /** nothing: no number was given, so whoever presses again asks anew. */
  gave: 'notYet' | 'number' | 'nothing';
  job: string | null;
}

/**
 * The buttons of the dispenser: each press is one number and one paper, in the order of pressing; pressed again before the
 * paper is out, or within two seconds, it is the same number. No number is issued when no paper can come, because a visitor
 * without a paper would be called for nothing. The answer stops listening.
 */
export function watchButtons(deps: {
  readonly link: DeviceLink;
  readonly clock: Pick<Clock, 'now'>;
  readonly config: Config;
  readonly ids: Ids;
  readonly log: Log;
  readonly issue: IssueTicket;
  readonly onRoll: () => boolean;
  /** Answers the job of the paper; null when there is none. */
  readonly printTicket: (issued: IssuedTicket) => string | null;
  readonly isPrinting: (job: string) => boolean;
  /** A paper that says why there is no number. */
  readonly printRefusal: (group: HallGroupConfig, why: 'groupClosed' | 'groupFull') => void;
}): () => void {
  const { link, config, ids, log } = deps;
  const refusedAt = new Map<string, number>();
  const lastPress = new Map<number, Press>();
  const now = () => deps.clock.now().getTime();
  let presses: Promise<void> = Promise.resolve();

  const dispenser = (): DeviceStatus | undefined =>
    link.statuses().find((status) => status.role === 'ticket-dispenser');

  /** Who presses again and again gets one paper. */
  function refuse(group: HallGroupConfig, why: 'groupClosed' | 'groupFull'): void {
    if (Math.abs(now() - (refusedAt.get(group.letter) ?? Number.NEGATIVE_INFINITY)) < REFUSE_AGAIN_MS) return;
    refusedAt.set(group.letter, now());
    deps.printRefusal(group, why);
  }

  function isSameVisitor({ begunAt, lastAt, gave, job }: Press): boolean {
    if (gave === 'nothing') return false;
    if (Math.abs(now() - lastAt) < SAME_VISITOR_MS) return true;
    return now() - begunAt < HANGS_MS && (gave === 'notYet' || (job !== null && deps.isPrinting(job)));
  }

  async function press(button: number, pressed: Press): Promise<void> {
    const group = config.hall.groups.find((one) => one.button === button);
    if (!group) return log.warn('devices.buttonWithoutGroup', { button });
    const status = dispenser();
    // The paper may come from a roll that lies there.
    if (!works(status) && !deps.onRoll())
      return log.warn('devices.pressWithoutPaper', {
        button,
        state: status?.state ?? 'closed',
        conditions: status?.conditions.join(' ') ?? '',
      });
    const issued = await deps.issue({ commandId: ids.uuid(), group: group.letter });
    if (issued.ok) {
      pressed.gave = 'number';
      pressed.job = deps.printTicket(issued.value);
      return;
    }
    const { code } = issued.error;
    if (code === 'groupClosed' || code === 'groupFull') refuse(group, code);
    else log.error('devices.pressRefused', { button, code: issued.error.code });
  }

  return link.onMessage((message) => {
    if (message.type !== 'buttonPressed' || message.role !== 'ticket-dispenser') return;
    const { button } = message;
    const before = lastPress.get(button);
    if (before && isSameVisitor(before)) {
      before.lastAt = now();
      return;
    }
    const pressed: Press = { begunAt: now(), lastAt: now(), gave: 'notYet', job: null };
    lastPress.set(button, pressed);
    presses = presses
      .then(() => press(button, pressed))
      .catch((error: unknown) =>
        log.error('devices.pressFailed', { button, error: error instanceof Error ? error.name : 'unknown' }),
      )
      .finally(() => {
        if (pressed.gave === 'notYet') pressed.gave = 'nothing';
      });
  });
}
