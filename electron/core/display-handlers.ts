import { fail, ok } from '../../shared/lib/result.ts';
import type { DisplaysElsewhere } from './hall/index.ts';
import type { Handlers } from './handlers.ts';
import type { Displays } from './ports.ts';

/** The displays of the hall, for who looks after them; `elsewhere` where other workstations share it. */
export function displayHandlers(
  here: Displays,
  elsewhere: DisplaysElsewhere | undefined,
): Handlers<'displays.list' | 'displays.refresh'> {
  const isElsewhere = (displayId: string, workstation: string): boolean =>
    elsewhere
      ?.list()
      .some((one) => one.connected && one.displayId === displayId && one.workstation === workstation) ??
    false;
  return {
    'displays.list': {
      kind: 'query',
      run: () =>
        ok([
          ...here.list().map((display) => ({ ...display, workstation: null })),
          ...(elsewhere?.list() ?? []),
        ]),
    },
    'displays.refresh': {
      kind: 'effect',
      run: async ({ displayId, workstation }, context) => {
        const isThere = workstation === null ? here.refresh(displayId) : isElsewhere(displayId, workstation);
        if (!isThere) return fail('notFound', { field: 'displayId', detail: 'not connected' });
        if (workstation !== null && !(await elsewhere?.refresh(workstation, displayId)))
          return fail('hallUnavailable');
        context.audit('displays.refreshed', 'display', displayId, workstation ?? '');
        return ok({ done: true });
      },
    },
  };
}
