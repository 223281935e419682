import type { Migration } from '../store.ts';

/** Messages of zaken that were picked up keep their address until the zaaksysteem took it: found again by their zaak. */
export const fetchedNotifications: Migration = {
  version: 361,
  name: 'fetched-notifications',
  sql: `CREATE INDEX notification_fetched ON notification (label) WHERE state = 'ended' AND address IS NOT NULL`,
};
