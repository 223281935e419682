import { ZaakStatus } from '../../../shared/contract/zaken.ts';
import { isBsn } from '../../../shared/domain/bsn.ts';
import { isZaakNumber, zaakNumber } from '../../../shared/domain/zaak-number.ts';
import { fail, ok } from '../../../shared/lib/result.ts';
import { createProcessingLog } from '../central/index.ts';
import { type Handlers, staffOf } from '../handlers.ts';
import type { Clock, Ids } from '../ports.ts';
import type { Store } from '../store/index.ts';
import { createKept } from './kept.ts';
import type { FoundZaak } from './read-zaak.ts';
import type { KlantbeeldReader } from './reader.ts';

const PURPOSE = 'balie: stand van een zaak';

/**
 * How any zaak stands, for a visitor who asks; looked up by number. The audit log notes that it was asked, the
 * processing log who saw it, when, why and whose zaak it is: the zaaksysteem tells that along with the zaak, since the
 * person of the visit may ask about the zaak of somebody else. That number goes to the log and never to the window; a
 * zaak whose person is not told is logged all the same, by its own number. With the zaaksysteem away both are as told
 * before. `print` puts it on the receipt printer; false when this counter has none.
 */
export function zaakHandlers(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly reader: Pick<KlantbeeldReader, 'zaak'>;
  readonly print: (zaak: ZaakStatus) => boolean;
  readonly isOpenVisit: (visitId: string, counter: number) => boolean;
}): Handlers<'zaken.status' | 'zaken.printStatus'> {
  const kept = createKept(deps.store);
  const record = createProcessingLog(deps.store);
  const now = (): string => deps.clock.now().toISOString();
  const before = (number: string): { status: ZaakStatus; subjects: readonly string[] } | undefined => {
    const last = kept.getZaak(number);
    const { told, subjects } = (last?.told ?? {}) as Partial<FoundZaak>;
    const status = ZaakStatus.safeParse({ ...told, at: last?.at, live: false }).data;
    return status && { status, subjects: subjects ?? [] };
  };
  return {
    'zaken.status': {
      kind: 'effect',
      async run({ zaakIdentificatie, visitId }, context) {
        const number = zaakNumber(zaakIdentificatie);
        // The number goes into an address: what could be a burgerservicenummer never does.
        if (!isZaakNumber(number) || isBsn(number))
          return fail('invalidInput', { field: 'zaakIdentificatie' });
        context.audit('zaken.read', 'zaak', number);
        const startedAt = now();
        const log = (outcome: string, subjects: readonly string[] = []): void => {
          const line = {
            traceId: deps.ids.uuid().replaceAll('-', ''),
            activity: 'zaak.raadplegen' as const,
            purpose: PURPOSE,
            staffId: staffOf(context).staffId,
            visitId: visitId !== null && deps.isOpenVisit(visitId, context.caller.counter) ? visitId : null,
            zaakIdentificatie: number,
            outcome,
            startedAt,
            endedAt: now(),
          };
          const persons = subjects.length === 0 ? [null] : subjects;
          record(persons.map((subject) => ({ ...line, subject })));
        };
        const answer = await deps.reader.zaak(number, staffOf(context));
        if (answer.ok) {
          if (answer.value === null) {
            log('nobody');
            return fail('notFound', { field: 'zaakIdentificatie' });
          }
          const { told, subjects } = answer.value;
          const at = now();
          const status = ZaakStatus.safeParse({ ...told, at, live: true });
          log(status.success ? 'shown' : 'invalidAnswer', subjects);
          if (!status.success) return fail('centralUnavailable', { detail: 'invalidAnswer' });
          kept.putZaak(number, { at, told: answer.value });
          return ok(status.data);
        }
        const last = before(number);
        const failure = answer.error.code ?? answer.error.kind;
        log(last ? 'shown' : failure, last?.subjects);
        return last ? ok(last.status) : fail('centralUnavailable', { detail: failure });
      },
    },
    'zaken.printStatus': {
      kind: 'atomic',
      run({ zaakIdentificatie }, context) {
        const number = zaakNumber(zaakIdentificatie);
        const last = before(number);
        if (!last) return fail('notFound', { field: 'zaakIdentificatie' });
        if (!deps.print(last.status)) return fail('printerUnavailable');
        context.audit('zaken.print', 'zaak', number);
        return ok({ done: true });
      },
    },
  };
}
