import { ok } from '../../../shared/lib/result.ts';
import type { Handlers } from '../handlers.ts';
import type { Audit } from './audit.ts';

export { type Audit, createAudit } from './audit.ts';

/** The calls with which a teamlead looks at the audit log. */
export function auditHandlers(audit: Audit): Handlers<'audit.verify' | 'audit.list'> {
  return {
    'audit.verify': { kind: 'query', run: () => ok(audit.verify()) },
    'audit.list': {
      kind: 'query',
      run: ({ before, limit }) => ok(audit.list(before === undefined ? { limit } : { before, limit })),
    },
  };
}
