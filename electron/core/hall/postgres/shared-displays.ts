import { z } from 'zod';
import { DisplayStatus } from '../../../../shared/contract/display.ts';
import type { Displays } from '../../ports.ts';
import type { DisplaysElsewhere } from '../team.ts';
import type { Run } from './hall-database.ts';

/** What a newer workstation says of a display, and this one does not know, is left out. */
const Status = z.object(DisplayStatus.shape);

interface Row {
  readonly workstation: string;
  readonly displays: readonly unknown[];
  readonly seen: string;
  readonly alive: boolean;
}

/**
 * The displays at the other workstations, as those keep them in their rows, and the orders to load one anew, which its
 * workstation takes away. `share` carries it out and tells the others, or answers false.
 */
export function createSharedDisplays(deps: {
  readonly here: Pick<Displays, 'refresh'>;
  readonly location: string;
  readonly workstation: string;
  readonly newId: () => string;
  readonly share: (work: (run: Run) => Promise<unknown>) => Promise<boolean>;
}) {
  const { here, location, workstation, share } = deps;
  let elsewhere: ReturnType<DisplaysElsewhere['list']> = [];

  const displays: DisplaysElsewhere = {
    list: () => elsewhere,
    refresh: (there, displayId) =>
      share((run) =>
        run({
          text: `INSERT INTO hall_display_order (order_id, location, workstation, display_id) VALUES ($1, $2, $3, $4)`,
          values: [deps.newId(), location, there, displayId],
        }),
      ),
  };

  return {
    displays,
    async read(run: Run): Promise<void> {
      const orders = await run<{ display_id: string; fresh: boolean }>({
        name: 'team_display_orders',
        text: `DELETE FROM hall_display_order WHERE location = $1 AND workstation = $2
          RETURNING display_id, at > now() - interval '1 minute' AS fresh`,
        values: [location, workstation],
      });
      for (const { display_id, fresh } of orders) if (fresh) here.refresh(display_id);
      const rows = await run<Row>({
        name: 'team_read_displays',
        text: `SELECT workstation, displays, to_char(seen AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS seen,
            seen > now() - interval '1 minute' AS alive FROM hall_workstation
          WHERE location = $1 AND workstation <> $2 AND displays <> '[]' AND seen > now() - interval '12 hours'
          ORDER BY workstation`,
        values: [location, workstation],
      });
      elsewhere = rows.flatMap(statusesOf);
    },
  };
}

/** A workstation that is silent has no displays: each has left since it was heard last. */
function statusesOf({ workstation, displays, seen, alive }: Row) {
  return displays.flatMap((one) => {
    const { success, data } = Status.safeParse(one);
    if (!success) return [];
    const left = alive || !data.connected ? {} : { connected: false, since: seen };
    return [{ ...data, ...left, workstation }];
  });
}
