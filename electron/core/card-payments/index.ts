import type { CallName } from '../../../shared/contract/index.ts';
import type { DeviceTaskEnd } from '../../../shared/contract/device-task.ts';
import { CardPayment, type CardPayments as View } from '../../../shared/contract/payments.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { Audit } from '../audit/index.ts';
import type { Devices } from '../devices/index.ts';
import type { Events } from '../events.ts';
import { type CallContext, type Handlers, staffOf } from '../handlers.ts';
import type { Clock, Ids, Log } from '../ports.ts';
import type { Store } from '../store/index.ts';
import type { Visit, VisitRows } from '../visit-records/index.ts';
import { createPaymentRows, type PaymentRow, type Told } from './payment-rows.ts';
import { whichPayment } from './which-payment.ts';

/** A visitor with a forgotten PIN code has time enough; the terminal itself gives up sooner. Milliseconds. */
const PAY_MS = 300_000;
const ASK_MS = 30_000;
const TERMINAL = 'payment-terminal';
const Stage = CardPayment.shape.stage;

/** What was paid on the terminal for a visit that ends. */
export interface PaidByCard {
  readonly cents: number;
  readonly traceNumbers: readonly string[];
  readonly receipt: readonly string[];
}

export interface CardPayments {
  readonly handlers: Handlers<Extract<CallName, `payments.${string}`>>;
  /** What was paid for the visit; refused while a payment runs or is unknown. */
  settled(visitId: string): Result<PaidByCard>;
  /** Refused also when something was paid and not given back. */
  nothingPaid(visitId: string): Result<unknown>;
  stop(): void;
}

/**
 * Payments on the payment terminal. Each is on disk before the terminal is asked, and is asked for once: what is not certain is
 * unknown, and stays so until the terminal or the clerk says more.
 */
export function createCardPayments(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly events: Events;
  readonly audit: Audit;
  readonly devices: Pick<Devices, 'isBound' | 'runTask'>;
  readonly rows: Pick<VisitRows, 'byId'>;
  /** The visit at a counter; null when there is none. */
  readonly currentVisit: (counter: number) => Promise<Visit | null>;
  /** What the products of a visit cost. */
  readonly totalCents: (visit: Visit) => number;
}): CardPayments {
  const { store, clock, ids, audit, devices } = deps;
  const rows = createPaymentRows(store);
  const running = new Map<string, { stage: CardPayment['stage']; readonly control: AbortController }>();
  const interrupted = rows.interrupt(clock.now());
  if (interrupted > 0) deps.log.warn('payments.interrupted', { payments: interrupted });

  const changed = (counter: number) => deps.events.publish({ name: 'payments.changed', data: { counter } });
  const paid = (payments: readonly PaymentRow[]) =>
    payments.reduce((sum, { state, amountCents }) => sum + (state === 'paid' ? amountCents : 0), 0);

  function view(visitId: string | undefined): View {
    const payments = visitId === undefined ? [] : rows.ofVisit(visitId);
    return {
      hasTerminal: devices.isBound(TERMINAL),
      paidCents: paid(payments),
      payments: payments.map(({ paymentId, amountCents, state, traceNumber, code, startedAt }) => ({
        paymentId,
        amountCents,
        state,
        stage: running.get(paymentId)?.stage ?? null,
        traceNumber,
        code,
        startedAt,
      })),
    };
  }

  /** Has the terminal do it; whatever happens, the row gets its end. */
  async function pay(paymentId: string, visit: Visit, amountCents: number, staffId: string) {
    const control = new AbortController();
    const now = { stage: null as CardPayment['stage'], control };
    running.set(paymentId, now);
    const end = await devices.runTask(
      TERMINAL,
      { kind: 'pay', amountCents },
      {
        deadlineMs: PAY_MS,
        signal: control.signal,
        onStage(stage) {
          now.stage = Stage.safeParse(stage.name).data ?? null;
          changed(visit.counter);
        },
      },
    );
    running.delete(paymentId);
    const { state, told } = outcomeOf(end);
    store.atomically(() => {
      rows.end(paymentId, state, clock.now(), told);
      audit.record({
        who: staffId,
        action: 'payments.end',
        recordType: 'payment',
        recordId: paymentId,
        detail: state,
      });
      changed(visit.counter);
    });
  }

  const openVisit = (visitId: string, context: CallContext): Visit | undefined => {
    const visit = deps.rows.byId(visitId);
    return visit?.state === 'open' && visit.counter === context.caller.counter ? visit : undefined;
  };
  /** The payment, when it is in one of these states and belongs to the visit at this counter. */
  const paymentIn = (
    paymentId: string,
    states: readonly CardPayment['state'][],
    context: CallContext,
  ): Result<PaymentRow> => {
    const payment = rows.byId(paymentId);
    if (!payment || !openVisit(payment.visitId, context)) return fail('notFound', { field: 'paymentId' });
    return states.includes(payment.state)
      ? ok(payment)
      : fail('invalidInput', { field: 'paymentId', detail: payment.state });
  };
  /** Inside a transaction. `told`: by the terminal; without it, by the clerk. */
  const settle = (
    payment: PaymentRow,
    state: CardPayment['state'],
    context: CallContext,
    told?: Told,
  ): View => {
    rows.end(payment.paymentId, state, clock.now(), told);
    context.audit('payments.settle', 'payment', payment.paymentId, told ? `${state}, terminal` : state);
    changed(context.caller.counter);
    return view(payment.visitId);
  };
  const settled = (visitId: string): Result<PaidByCard> => {
    const payments = rows.ofVisit(visitId);
    if (payments.some(({ state }) => state === 'running' || state === 'unknown'))
      return fail('paymentUnsettled', { field: 'payment' });
    const made = payments.filter(({ state }) => state === 'paid').reverse();
    return ok({
      cents: paid(made),
      traceNumbers: made.flatMap(({ traceNumber }) => traceNumber ?? []),
      receipt: made.flatMap(({ receipt }) => receipt),
    });
  };

  return {
    settled,
    nothingPaid(visitId) {
      const before = settled(visitId);
      return before.ok && before.value.cents > 0 ? fail('paymentUnsettled', { field: 'payment' }) : before;
    },
    stop() {
      for (const { control } of running.values()) control.abort();
    },
    handlers: {
      'payments.current': {
        kind: 'query',
        run: async (_input, context) => ok(view((await deps.currentVisit(context.caller.counter))?.visitId)),
      },
      'payments.start': {
        kind: 'atomic',
        run({ visitId, amountCents }, context) {
          const visit = openVisit(visitId, context);
          if (!visit) return fail('noVisit');
          if (!devices.isBound(TERMINAL)) return fail('notFound', { field: 'terminal' });
          const before = settled(visitId);
          if (!before.ok) return before;
          // Another product may have been added since the clerk saw the amount.
          if (amountCents !== deps.totalCents(visit) - before.value.cents)
            return fail('paymentIncomplete', { field: 'amountCents' });
          const paymentId = ids.uuid();
          rows.add({ paymentId, visitId, amountCents }, clock.now());
          context.audit('payments.start', 'payment', paymentId, `${amountCents} cent`);
          const { staffId } = staffOf(context);
          store.afterCommit(() => void pay(paymentId, visit, amountCents, staffId));
          changed(visit.counter);
          return ok(view(visitId));
        },
      },
      'payments.stop': {
        kind: 'atomic',
        run({ paymentId }, context) {
          const payment = paymentIn(paymentId, ['running'], context);
          if (!payment.ok) return payment;
          running.get(paymentId)?.control.abort();
          return ok(view(payment.value.visitId));
        },
      },
      'payments.ask': {
        kind: 'effect',
        async run({ paymentId }, context) {
          const asked = paymentIn(paymentId, ['unknown'], context);
          if (!asked.ok) return asked;
          const end = await devices.runTask(
            TERMINAL,
            { kind: 'lastPayment' },
            { deadlineMs: ASK_MS, signal: new AbortController().signal, onStage: () => undefined },
          );
          const told = end.outcome === 'done' && end.value.kind === 'payment' ? end.value : undefined;
          const answer = told ? whichPayment(asked.value, told, rows.isKnown(told)) : 'unclear';
          const { visitId } = asked.value;
          if (answer === 'unclear') return ok({ answer, payments: view(visitId) });
          return store.atomically(() => {
            // The clerk may have settled it meanwhile.
            const still = paymentIn(paymentId, ['unknown'], context);
            if (!still.ok) return still;
            const payments =
              answer === 'paid'
                ? settle(still.value, 'paid', context, told)
                : settle(still.value, 'declined', context);
            return ok({ answer, payments });
          });
        },
      },
      'payments.settle': {
        kind: 'atomic',
        run({ paymentId, answer }, context) {
          const payment = paymentIn(paymentId, answer === 'refunded' ? ['paid'] : ['unknown'], context);
          if (!payment.ok) return payment;
          return ok(settle(payment.value, answer === 'notPaid' ? 'declined' : answer, context));
        },
      },
    },
  };
}

function outcomeOf(end: DeviceTaskEnd): { readonly state: CardPayment['state']; readonly told?: Told } {
  switch (end.outcome) {
    case 'done':
      return end.value.kind === 'payment'
        ? { state: end.value.result, told: end.value }
        : { state: 'unknown' };
    case 'cancelled':
    case 'failed':
    case 'unknown':
      return { state: end.outcome };
    default:
      return assertNever(end);
  }
}
