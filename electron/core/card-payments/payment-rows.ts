import type { CardPayment } from '../../../shared/contract/payments.ts';
import type { DeviceTaskValue } from '../../../shared/contract/device-task.ts';
import type { Store } from '../store/index.ts';

/** A payment as it is kept. */
export interface PaymentRow {
  readonly paymentId: string;
  readonly visitId: string;
  readonly amountCents: number;
  readonly state: CardPayment['state'];
  readonly traceNumber: string | null;
  readonly code: string | null;
  readonly receipt: readonly string[];
  readonly startedAt: string;
}

/** What the terminal tells of a payment. */
export type Told = Extract<DeviceTaskValue, { kind: 'payment' }>;

export interface PaymentRows {
  /** Newest first. */
  ofVisit(visitId: string): readonly PaymentRow[];
  byId(paymentId: string): PaymentRow | undefined;
  add(payment: Pick<PaymentRow, 'paymentId' | 'visitId' | 'amountCents'>, at: Date): void;
  end(paymentId: string, state: CardPayment['state'], at: Date, told?: Told): void;
  /** Whether this payment of the terminal was told of before. */
  isKnown(told: Told): boolean;
  /** Payments that ran when the program ended are unknown from now on; answers how many. */
  interrupt(at: Date): number;
}

type Row = Omit<PaymentRow, 'receipt'> & { readonly receipt: string };

const COLUMNS =
  'payment_id AS paymentId, visit_id AS visitId, amount_cents AS amountCents, state, trace_number AS traceNumber, code, receipt, started_at AS startedAt';

// Written by this module alone; the file is ours.
const toPayment = (row: Row): PaymentRow => ({ ...row, receipt: JSON.parse(row.receipt) as string[] });

/** The rows of card payments; statements are prepared once. */
export function createPaymentRows({ db }: Store): PaymentRows {
  const ofVisit = db.prepare<[string], Row>(
    `SELECT ${COLUMNS} FROM card_payment WHERE visit_id = ? ORDER BY seq DESC LIMIT 50`,
  );
  const byId = db.prepare<[string], Row>(`SELECT ${COLUMNS} FROM card_payment WHERE payment_id = ?`);
  const add = db.prepare(
    "INSERT INTO card_payment (payment_id, visit_id, amount_cents, state, started_at) VALUES (?, ?, ?, 'running', ?)",
  );
  const end = db.prepare(
    'UPDATE card_payment SET state = ?, ended_at = ?, trace_number = coalesce(?, trace_number), terminal_at = coalesce(?, terminal_at), code = ?, receipt = ? WHERE payment_id = ?',
  );
  const known = db.prepare<[string, string | null], { found: number }>(
    'SELECT 1 AS found FROM card_payment WHERE trace_number = ? AND terminal_at IS ?',
  );
  const interrupt = db.prepare(
    "UPDATE card_payment SET state = 'unknown', ended_at = ? WHERE state = 'running'",
  );
  return {
    ofVisit: (visitId) => ofVisit.all(visitId).map(toPayment),
    byId(paymentId) {
      const row = byId.get(paymentId);
      return row && toPayment(row);
    },
    add: ({ paymentId, visitId, amountCents }, at) =>
      void add.run(paymentId, visitId, amountCents, at.toISOString()),
    end(paymentId, state, at, told) {
      const before = byId.get(paymentId)?.receipt ?? '[]';
      const receipt = told ? JSON.stringify(told.receipt) : before;
      end.run(state, at.toISOString(), told?.traceNumber, told?.at, told?.code ?? null, receipt, paymentId);
    },
    isKnown: ({ traceNumber, at }) => traceNumber !== null && known.get(traceNumber, at) !== undefined,
    interrupt: (at) => interrupt.run(at.toISOString()).changes,
  };
}
