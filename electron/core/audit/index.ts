import { ok } from '../../../shared/lib/result.ts';
import type { Handlers } from '../handlers.ts';
import type { Audit, AuditRow } from './audit.ts';

export { type Audit, createAudit } from './audit.ts';

/**
 * The calls with which a teamlead looks at the audit log. The log holds the ids of staff, which never change; `nameOf`
 * makes them readable where people look, and gives back what is no id of staff.
 */
export function auditHandlers(
  audit: Audit,
  nameOf: (who: string) => string,
): Handlers<'audit.verify' | 'audit.list'> {
  const readable = (row: AuditRow): AuditRow => ({
    ...row,
    who: nameOf(row.who),
    recordId: row.recordType === 'staff' ? nameOf(row.recordId) : row.recordId,
  });
  return {
    'audit.verify': { kind: 'query', run: () => ok(audit.verify()) },
    'audit.list': {
      kind: 'query',
      run: ({ before, limit }) =>
        ok(audit.list(before === undefined ? { limit } : { before, limit }).map(readable)),
    },
  };
}
