import type { FinishedVisit } from '../../../shared/contract/visits.ts';
import type { PrintJob } from '../../../shared/contract/workstation.ts';
import type { VisitRows } from '../visit-records/index.ts';

const VERIFICATIONS: readonly FinishedVisit['verification'][] = [
  'verified',
  'notVerified',
  'notFound',
  'different',
  'none',
];

/** Builds the list of today's finished visits, with where each zaak and receipt is now. */
export function createFinished(deps: {
  readonly rows: VisitRows;
  readonly syncState: (transactionId: string) => FinishedVisit['transactions'][number]['sync'];
  /** The zaak number of a pick-up that was corrected since. */
  readonly corrected: (transactionId: string) => string | undefined;
  readonly receiptState: (jobId: string) => PrintJob['state'] | undefined;
}) {
  return (since: string): FinishedVisit[] =>
    deps.rows.finishedSince(since).map(({ committed, receiptJobId, verification }) => {
      const state = receiptJobId === null ? undefined : deps.receiptState(receiptJobId);
      return {
        visitId: committed.visitId,
        number: committed.ticketNumber,
        finishedAt: committed.committedAt,
        outcome: committed.outcome,
        totalCents: committed.payment.totalCents,
        verification: VERIFICATIONS.find((known) => known === verification) ?? 'none',
        receipt: state === undefined || state === 'cancelled' ? 'none' : state,
        receiptJobId,
        transactions: committed.transactions.map(({ transactionId, productName, zaakIdentificatie }) => ({
          transactionId,
          productName,
          zaakIdentificatie: deps.corrected(transactionId) ?? zaakIdentificatie,
          sync: deps.syncState(transactionId),
        })),
      };
    });
}
