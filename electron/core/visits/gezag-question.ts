import type { PersonView } from '../../../shared/contract/person-view.ts';
import type { Staff } from '../../../shared/contract/session.ts';
import type { Audit } from '../audit/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Log, PersonLookup } from '../ports.ts';
import type { Store } from '../store/index.ts';
import type { Drafts } from '../transactions/index.ts';
import type { Visit, VisitRows } from '../visit-records/index.ts';

/** Who stands behind a question to the BRP. */
export type Clerk = Pick<Staff, 'staffId' | 'loginName'>;

const ADULT = 18;

/**
 * Asks the BRP who has gezag over the minor of a visit, once a product of it needs that (`asksBrp`): once per visit, as
 * a question of its own, beside the work. With the BRP away the visit goes on, and the clerk may ask again.
 */
export function createGezagQuestion(deps: {
  readonly store: Store;
  readonly log: Log;
  readonly audit: Audit;
  readonly catalogue: Catalogue;
  readonly rows: VisitRows;
  readonly drafts: Drafts;
  readonly persons: Pick<PersonLookup, 'gezagOver'>;
  readonly changed: (counter: number) => void;
}) {
  const { store, rows } = deps;
  /** The number that is asked about now, by visit. */
  const running = new Map<string, string>();

  /** About whom, and for which zaaktype; undefined when there is nothing to ask. */
  const questionOf = ({ visitId, person }: Visit) => {
    const bsn = person?.record.burgerservicenummer;
    const age = person?.view.age ?? ADULT;
    if (!bsn || age >= ADULT || person?.verification === 'notFound') return undefined;
    const product = deps.drafts
      .ofVisit(visitId)
      .map(({ productId }) => deps.catalogue.product(productId))
      .find((one) => one?.asksBrp.includes('gezag'));
    return product && { bsn, zaaktype: product.zaaktype };
  };

  const ask = async (visitId: string, clerk: Clerk): Promise<void> => {
    const visit = rows.byId(visitId);
    const question = visit?.state === 'open' ? questionOf(visit) : undefined;
    if (!visit || !question || visit.person?.gezag?.state === 'answered') return;
    const { bsn, zaaktype } = question;
    if (running.get(visitId) === bsn) return;
    running.set(visitId, bsn);
    deps.changed(visit.counter);
    try {
      const { staffId, loginName } = clerk;
      const answer = await deps.persons.gezagOver(bsn, { staffId, loginName, visitId, zaaktype });
      store.atomically(() => {
        const now = rows.byId(visitId);
        // The visit may have ended, or gone on with somebody else.
        if (now?.state === 'open' && now.person?.record.burgerservicenummer === bsn) {
          const gezag = answer.ok
            ? ({ state: 'answered', told: answer.value } as const)
            : ({ state: 'failed' } as const);
          rows.setPerson(visitId, { ...now.person, gezag }, now.document);
        }
        const subject = { recordType: 'visit', recordId: visitId, detail: zaaktype } as const;
        deps.audit.record({ who: staffId, action: 'visits.gezagAsked', ...subject });
      });
    } finally {
      if (running.get(visitId) === bsn) running.delete(visitId);
      deps.changed(visit.counter);
    }
  };

  return {
    ask,
    /** Asks once what was just written is on disk, without anybody waiting for it. */
    askSoon: (visitId: string, clerk: Clerk): void =>
      store.afterCommit(
        () =>
          void ask(visitId, clerk).catch((error: unknown) =>
            deps.log.error('gezag.failed', { error: error instanceof Error ? error.name : 'unknown' }),
          ),
      ),
    state(visit: Visit): PersonView['gezagQuestion'] {
      const question = questionOf(visit);
      if (!question) return 'none';
      if (running.get(visit.visitId) === question.bsn) return 'running';
      return visit.person?.gezag?.state ?? 'open';
    },
  };
}
