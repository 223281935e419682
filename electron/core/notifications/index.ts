export { correctAddress } from './correct-address.ts';
export { MESSAGE_FIELDS } from './message-fields.ts';
export { createNotifications, type Notifications } from './notifications.ts';
export { createNotificationRows, type Notification, type NotificationRows } from './rows.ts';
export { createNotificationSweep } from './sweep.ts';
