import type { MessageChannel } from '../../../shared/domain/message-address.ts';
import type { Clock } from '../ports.ts';
import type { Store } from '../store/index.ts';

export type MessageKind = 'confirmation' | 'readyForPickUp' | 'webForm';

/** One message that a visitor agreed to. */
export interface Notification {
  readonly notificationId: string;
  readonly visitId: string;
  readonly message: MessageKind;
  readonly channel: MessageChannel;
  /** Null once it was sent, or is of no use any more for certain. */
  readonly address: string | null;
  /** Number of the zaak that is picked up; else of the receipt. */
  readonly label: string;
  readonly productName: string | null;
  readonly personalisation: Readonly<Record<string, string>>;
  /** waiting: until a clerk says that it is ready. */
  readonly state: 'waiting' | 'toSend' | 'ended';
  /** UTC. */
  readonly createdAt: string;
}

/** Messages on disk. Every method is one transaction, or joins the open one. */
export interface NotificationRows {
  add(notification: Omit<Notification, 'createdAt'>): void;
  byId(notificationId: string): Notification | undefined;
  /** What waits until it is ready, oldest first. */
  waiting(): readonly Notification[];
  /** The zaken for which something waits. */
  waitingZaken(): readonly string[];
  /** What waits for this zaak may go now. */
  releaseFor(zaakIdentificatie: string): readonly Notification[];
  /** Another address in the same channel. */
  setAddress(notificationId: string, address: string): void;
  /** It was sent, or is of no use any more: the address goes. */
  end(notificationId: string): void;
  /**
   * A zaak was picked up: whoever has it needs no message that it is ready. The address stays until `forgetFetched`: the
   * number may be wrong.
   */
  endWaitingFor(zaakIdentificatie: string): void;
  /** It was not this zaak that was picked up: whoever waited for it waits again. */
  waitAgainFor(zaakIdentificatie: string): void;
  /** The zaaksysteem knows that the zaak of this pick-up was handed out: the addresses of its messages go. */
  forgetFetched(transactionId: string): void;
}

interface Row {
  notification_id: string;
  visit_id: string;
  message: MessageKind;
  channel: MessageChannel;
  address: string | null;
  label: string;
  product_name: string | null;
  personalisation: string;
  state: Notification['state'];
  created_at: string;
}

const MOST_WAITING = 500;
const WITHOUT_ADDRESS = `state = 'ended', address = NULL, personalisation = '{}'`;

/** See `NotificationRows`. */
export function createNotificationRows({ db }: Store, clock: Clock): NotificationRows {
  const insert = db.prepare(
    `INSERT INTO notification (notification_id, visit_id, message, channel, address, label, product_name, personalisation, state, created_at)
     VALUES (@notificationId, @visitId, @message, @channel, @address, @label, @productName, @personalisation, @state, @createdAt)`,
  );
  const byId = db.prepare<[string], Row>('SELECT * FROM notification WHERE notification_id = ?');
  const waiting = db.prepare<[number], Row>(
    `SELECT * FROM notification INDEXED BY notification_waiting WHERE state = 'waiting' ORDER BY created_at LIMIT ?`,
  );
  const waitingZaken = db
    .prepare<[], string>(
      `SELECT DISTINCT label FROM notification INDEXED BY notification_waiting WHERE state = 'waiting'`,
    )
    .pluck();
  const release = db.prepare<[string], Row>(
    `UPDATE notification SET state = 'toSend' WHERE label = ? AND state = 'waiting' RETURNING *`,
  );
  const setAddress = db.prepare(`UPDATE notification SET address = ? WHERE notification_id = ?`);
  const end = db.prepare(`UPDATE notification SET ${WITHOUT_ADDRESS} WHERE notification_id = ?`);
  const endWaiting = db.prepare(
    `UPDATE notification SET state = 'ended' WHERE label = ? AND state = 'waiting'`,
  );
  const waitAgain = db.prepare(
    `UPDATE notification INDEXED BY notification_fetched SET state = 'waiting'
     WHERE label = ? AND state = 'ended' AND address IS NOT NULL`,
  );
  const forgetFetched = db.prepare(
    `UPDATE notification INDEXED BY notification_fetched SET ${WITHOUT_ADDRESS}
     WHERE state = 'ended' AND address IS NOT NULL AND label = (SELECT zaak_identificatie FROM transaction_record
       WHERE transaction_id = ? AND kind = 'pickUp')`,
  );
  return {
    add: ({ personalisation, ...notification }) =>
      void insert.run({
        ...notification,
        personalisation: JSON.stringify(personalisation),
        createdAt: clock.now().toISOString(),
      }),
    byId: (notificationId) => {
      const row = byId.get(notificationId);
      return row && toNotification(row);
    },
    waiting: () => waiting.all(MOST_WAITING).map(toNotification),
    waitingZaken: () => waitingZaken.all(),
    releaseFor: (zaakIdentificatie) => release.all(zaakIdentificatie).map(toNotification),
    setAddress: (notificationId, address) => void setAddress.run(address, notificationId),
    end: (notificationId) => void end.run(notificationId),
    endWaitingFor: (zaakIdentificatie) => void endWaiting.run(zaakIdentificatie),
    waitAgainFor: (zaakIdentificatie) => void waitAgain.run(zaakIdentificatie),
    forgetFetched: (transactionId) => void forgetFetched.run(transactionId),
  };
}

function toNotification(row: Row): Notification {
  return {
    notificationId: row.notification_id,
    visitId: row.visit_id,
    message: row.message,
    channel: row.channel,
    address: row.address,
    label: row.label,
    productName: row.product_name,
    // Written by this module; the file is ours alone.
    personalisation: JSON.parse(row.personalisation) as Record<string, string>,
    state: row.state,
    createdAt: row.created_at,
  };
}
