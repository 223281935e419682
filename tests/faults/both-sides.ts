import { migrations } from '../../electron/core/store/migrations/index.ts';
import { openDatabase } from '../../electron/core/store/open-database.ts';
import type { CommittedVisit } from '../../electron/core/records.ts';
import { inspectWorld, type PracticeSnapshot } from '../../electron/practice/inspect.ts';
import { type JsonObject, textOf } from '../../electron/practice/json.ts';
import { openResourceStore } from '../../electron/practice/resource-store.ts';

/** What this computer committed and what the central systems hold, read from both files. */
export interface BothSides {
  readonly visits: readonly CommittedVisit[];
  /** Messages that visitors agreed to. */
  readonly messages: readonly AgreedMessage[];
  /** Items of the outbox that are not done: what they are of, and why. */
  readonly open: readonly OpenItem[];
  /** transactionId or visitId of what waits for a person. */
  readonly parked: ReadonlySet<string>;
  readonly central: PracticeSnapshot;
  readonly rsin: string;
  content(documentUuid: string): Uint8Array | undefined;
  /** Name of a type in the catalogue; identificatie for a zaaktype. */
  nameOf(url: unknown): string;
  /** Our number of a document. */
  documentNumber(url: unknown): string;
  /** Whether a moment at the central side is this moment of our clock, which may have been set wrong in between. */
  isAbout(moment: unknown, ours: string): boolean;
  close(): void;
}

export interface AgreedMessage {
  readonly notificationId: string;
  readonly visitId: string;
  readonly message: 'confirmation' | 'readyForPickUp' | 'webForm';
  readonly channel: 'email' | 'sms';
  /** Number of the receipt, or of the zaak that is ready. */
  readonly label: string;
  /** Its number in the outbox; null for what was not ready (yet). */
  readonly itemId: string | null;
}

export interface OpenItem {
  readonly entityId: string;
  readonly kind: string;
  /** The number of the zaak, or of the receipt of the visit. */
  readonly label: string;
  readonly state: string;
  readonly reason: string | null;
}

const TYPES = ['zaaktypen', 'statustypen', 'resultaattypen', 'informatieobjecttypen'] as const;

/** Opens both files; neither side runs. */
export function readBothSides(options: {
  readonly storeFile: string;
  readonly storeKey: Buffer;
  readonly centralFile: string;
  readonly rsin: string;
  /** How far the application's clock was ever wrong, in milliseconds. */
  readonly toleranceMs: number;
}): BothSides {
  const db = openDatabase(options.storeFile, options.storeKey, migrations);
  const visits = db
    .prepare<[], { committed: string }>(
      "SELECT committed FROM visit WHERE state = 'finished' AND committed IS NOT NULL ORDER BY finished_at",
    )
    .all()
    .map(({ committed }) => JSON.parse(committed) as CommittedVisit);
  const open = db
    .prepare<[], OpenItem>(
      "SELECT entity_id AS entityId, kind, label, state, reason FROM outbox_item WHERE state <> 'done'",
    )
    .all();
  const messages = db
    .prepare<[], AgreedMessage>(
      `SELECT notification_id AS notificationId, one.visit_id AS visitId, message, channel, one.label, item_id AS itemId
       FROM notification AS one LEFT JOIN outbox_item AS item
         ON item.kind = 'notification' AND item.entity_id = one.notification_id`,
    )
    .all();
  db.close();
  const store = openResourceStore(options.centralFile);
  const central = inspectWorld({ store, clock: { now: () => new Date() } }, 'http://practice.invalid');
  const names = new Map<unknown, string>(
    TYPES.flatMap((type) => store.list(`catalogi/${type}`)).map((each: JsonObject) => [
      each.url,
      textOf(each.identificatie ?? each.omschrijving),
    ]),
  );
  const numbers = new Map<unknown, string>(
    central.documenten.map(({ url, identificatie }) => [url, textOf(identificatie)]),
  );
  return {
    visits,
    messages,
    open,
    parked: new Set(open.map(({ entityId }) => entityId)),
    central,
    rsin: options.rsin,
    content: (uuid) => store.content(uuid),
    nameOf: (url) => names.get(url) ?? '',
    documentNumber: (url) => numbers.get(url) ?? '',
    isAbout: (moment, ours) =>
      typeof moment === 'string' && Math.abs(Date.parse(moment) - Date.parse(ours)) <= options.toleranceMs,
    close: () => store.close(),
  };
}
