import { fail, ok } from '../../shared/lib/result.ts';
import type { Handlers } from './handlers.ts';
import type { Displays } from './ports.ts';

/** The displays of this workstation's hall, for who looks after them. */
export function displayHandlers(displays: Displays): Handlers<'displays.list' | 'displays.refresh'> {
  return {
    'displays.list': { kind: 'query', run: () => ok([...displays.list()]) },
    'displays.refresh': {
      kind: 'effect',
      run: async ({ displayId }, context) => {
        if (!displays.refresh(displayId))
          return fail('notFound', { field: 'displayId', detail: 'not connected' });
        context.audit('displays.refreshed', 'display', displayId, '');
        return ok({ done: true });
      },
    },
  };
}
