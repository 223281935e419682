/** Every act that is written in the audit log. What was once logged stays readable: never take one out. */
const AUDIT_ACTIONS = [
  'agenda.checkedIn',
  'agenda.checkInUndone',
  'alarms.raised',
  'alarms.coming',
  'alarms.ended',
  'devices.bind',
  'devices.unbind',
  'devices.saveTrace',
  'devices.printed',
  'devices.printAgain',
  'devices.drop',
  'devices.openDrawer',
  'displays.refreshed',
  'hall.assigned',
  'hall.profileChosen',
  'hall.called',
  'hall.calledChosen',
  'hall.recalled',
  'hall.noShow',
  'hall.putBack',
  'hall.held',
  'hall.resumed',
  'hall.transferred',
  'hall.walkIn',
  'hall.undone',
  'hall.priority',
  'hall.party',
  'hall.split',
  'hall.cancelled',
  'hall.paperRoll',
  'hall.issued',
  'hall.conflict',
  'hall.dayClosed',
  'hall.rebuilt',
  'hall.moved',
  'klantbeeld.read',
  'zaken.read',
  'zaken.print',
  'messages.agreed',
  'messages.ready',
  'payments.start',
  'payments.settle',
  'payments.end',
  'processingLog.exported',
  'retention.swept',
  'session.setUp',
  'session.login',
  'session.loginRefused',
  'session.unlock',
  'session.unlockRefused',
  'session.logout',
  'session.loggedOut',
  'session.changePassphrase',
  'staff.add',
  'staff.change',
  'sync.retry',
  'sync.end',
  'sync.correct',
  'sync.confirm',
  'sync.correctAddress',
  'sync.correctPhone',
  'sync.shorten',
  'sync.inspect',
  'sync.assign',
  'transactions.sign',
  'transactions.makeDocument',
  'transactions.commit',
  'visits.identify',
  'visits.verified',
  'visits.documentAdded',
  'visits.continued',
  'visits.revealBsn',
  'visits.gezagAsked',
  'visits.addProduct',
  'visits.removeProduct',
  'visits.cancel',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** What an act was done to. */
const AUDIT_RECORDS = [
  'alarm',
  'counter',
  'device',
  'display',
  'location',
  'outbox',
  'payment',
  'printJob',
  'processing_log',
  'retention',
  'session',
  'staff',
  'ticket',
  'transaction',
  'visit',
  'zaak',
] as const;
export type AuditRecord = (typeof AUDIT_RECORDS)[number];

const actions: ReadonlySet<string> = new Set(AUDIT_ACTIONS);
const records: ReadonlySet<string> = new Set(AUDIT_RECORDS);

/** Whether a code that was read is one of these; an older version may have written others. */
export function isAuditAction(code: string): code is AuditAction {
  return actions.has(code);
}

/** See `isAuditAction`. */
export function isAuditRecord(code: string): code is AuditRecord {
  return records.has(code);
}
