import type { PushName } from '../../shared/contract/index.ts';
import type { CommandName } from './commands.ts';
import type { ServerPart } from './counter-state.ts';

/** What each event makes stale. Every event of the contract must be here. */
export const STALE_AFTER_PUSH: Readonly<Record<PushName, readonly ServerPart[]>> = {
  'session.changed': ['session'],
  'hall.changed': ['queue'],
  'visit.changed': ['visit', 'payments', 'finished'],
  'visit.documentAdded': [],
  'payments.changed': ['payments'],
  'visit.documentRefused': [],
  'visit.signing': ['signing'],
  'devices.changed': ['devices', 'finished'],
  'alarms.changed': [],
  'sync.changed': ['sync', 'finished'],
  'practice.changed': ['practice'],
};

/** What each command makes stale; fetched without waiting for the event, so that a lost event does no harm. */
export const STALE_AFTER_COMMAND: Readonly<Record<CommandName, readonly ServerPart[]>> = {
  'hall.callNext': ['queue', 'visit', 'payments'],
  'hall.recall': ['queue'],
  'hall.noShow': ['queue', 'visit'],
  'hall.putBack': ['queue', 'visit', 'payments'],
  'hall.startWithoutTicket': ['queue', 'visit'],
  'hall.undo': ['queue', 'visit', 'payments'],
  'hall.issueTicket': ['queue'],
  'visits.identify': ['visit'],
  'visits.scanned': ['visit'],
  'visits.dismissDocument': ['visit'],
  'visits.addProduct': ['visit'],
  'visits.removeProduct': ['visit'],
  'visits.cancel': ['visit', 'payments', 'queue', 'finished'],
  'transactions.choose': ['visit'],
  'transactions.saveStep': ['visit'],
  'transactions.attach': ['visit'],
  'transactions.makeDocument': ['visit'],
  'transactions.captureSignature': ['signing'],
  'payments.start': ['payments'],
  'payments.stop': ['payments'],
  'payments.ask': ['payments'],
  'payments.settle': ['payments'],
  'transactions.commit': ['visit', 'payments', 'queue', 'finished', 'devices', 'sync'],
  'devices.settlePrint': ['devices', 'finished'],
  'devices.bind': ['devices'],
  'devices.unbind': ['devices'],
  'devices.saveTrace': [],
  'devices.openDrawer': [],
  'sync.correct': ['sync', 'finished'],
  'sync.retry': ['sync', 'finished'],
  'staff.add': [],
  'displays.refresh': [],
  'overview.logOut': [],
  'alarms.raise': [],
  'alarms.coming': [],
  'alarms.end': [],
  'staff.change': [],
};
