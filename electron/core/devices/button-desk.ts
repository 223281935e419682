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

/**
 * The buttons of the dispenser: each press is one number and one paper, in the order of pressing. No number is issued
 * when no paper can come, because a visitor without a paper would be called for nothing. The answer stops listening.
 */
export function watchButtons(deps: {
  readonly link: DeviceLink;
  readonly clock: Pick<Clock, 'now'>;
  readonly config: Config;
  readonly ids: Ids;
  readonly log: Log;
  readonly issue: IssueTicket;
  readonly onRoll: () => boolean;
  readonly printTicket: (issued: IssuedTicket) => void;
  /** A paper that says why there is no number. */
  readonly printRefusal: (group: HallGroupConfig, why: 'groupClosed' | 'groupFull') => void;
}): () => void {
  const { link, config, ids, log } = deps;
  const refusedAt = new Map<string, number>();
  let presses: Promise<void> = Promise.resolve();

  const dispenser = (): DeviceStatus | undefined =>
    link.statuses().find((status) => status.role === 'ticket-dispenser');

  /** Who presses again and again gets one paper. */
  function refuse(group: HallGroupConfig, why: 'groupClosed' | 'groupFull'): void {
    const now = deps.clock.now().getTime();
    if (Math.abs(now - (refusedAt.get(group.letter) ?? Number.NEGATIVE_INFINITY)) < REFUSE_AGAIN_MS) return;
    refusedAt.set(group.letter, now);
    deps.printRefusal(group, why);
  }

  async function press(button: number): Promise<void> {
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
    if (issued.ok) return deps.printTicket(issued.value);
    const { code } = issued.error;
    if (code === 'groupClosed' || code === 'groupFull') refuse(group, code);
    else log.error('devices.pressRefused', { button, code: issued.error.code });
  }

  return link.onMessage((message) => {
    if (message.type !== 'buttonPressed' || message.role !== 'ticket-dispenser') return;
    presses = presses
      .then(() => press(message.button))
      .catch((error: unknown) =>
        log.error('devices.pressFailed', {
          button: message.button,
          error: error instanceof Error ? error.name : 'unknown',
        }),
      );
  });
}
