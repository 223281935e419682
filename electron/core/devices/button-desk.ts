import type { DeviceStatus } from '../../../shared/contract/device-protocol.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { IssuedTicket } from '../hall/index.ts';
import type { DeviceLink, Ids, Log } from '../ports.ts';
import type { Config } from '../settings/config-schema.ts';
import { works } from './equipment.ts';

/** Issues a ticket of a group; the hall's self-service. */
export type IssueTicket = (request: {
  readonly commandId: string;
  readonly group: string;
}) => Promise<Result<IssuedTicket>>;

/**
 * The buttons of the dispenser: each press is one number and one paper, in the order of pressing. No number is issued
 * when no paper can come, because a visitor without a paper would be called for nothing. The answer stops listening.
 */
export function watchButtons(deps: {
  readonly link: DeviceLink;
  readonly config: Config;
  readonly ids: Ids;
  readonly log: Log;
  readonly issue: IssueTicket;
  readonly printTicket: (issued: IssuedTicket) => void;
}): () => void {
  const { link, config, ids, log } = deps;
  let presses: Promise<void> = Promise.resolve();

  const dispenser = (): DeviceStatus | undefined =>
    link.statuses().find((status) => status.role === 'ticket-dispenser');

  async function press(button: number): Promise<void> {
    const group = config.hall.groups.find((one) => one.button === button);
    if (!group) return log.warn('devices.buttonWithoutGroup', { button });
    const status = dispenser();
    if (!works(status))
      return log.warn('devices.pressWithoutPaper', {
        button,
        state: status?.state ?? 'closed',
        conditions: status?.conditions.join(' ') ?? '',
      });
    const issued = await deps.issue({ commandId: ids.uuid(), group: group.letter });
    if (issued.ok) deps.printTicket(issued.value);
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
