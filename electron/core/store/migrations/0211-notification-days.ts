import type { Migration } from '../store.ts';

/** Messages by age: after the retention they go as a whole. */
export const notificationDays: Migration = {
  version: 211,
  name: 'notification-days',
  sql: `
    DROP INDEX notification_personal;
    CREATE INDEX notification_created ON notification (created_at);
  `,
};
