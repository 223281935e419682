import { zaakAfsluiten, zaakRegistreren } from './all-in-one.ts';
import { bestandsdelen, documentInParts, isInParts } from './bestandsdelen.ts';
import { document, documentUrlOf, koppeling, registration } from './document-steps.ts';
import { eigenschap } from './eigenschap-step.ts';
import { writeToDocument, writeToZaak } from './refused-access.ts';
import { behandelaar, initiator } from './rol-steps.ts';
import { resultaat, status } from './status-steps.ts';
import type { Plan, Step } from './step.ts';
import type { ZaakContext } from './zaak-context.ts';
import { existingZaak, newZaak } from './zaak-step.ts';

/**
 * The requests that make one counter transaction a zaak, in the order of the ZGW standard: roles before the first
 * status, documents before the resultaat, the eindstatus last because nothing can be written after it.
 */
export function zaakPlan(base: Omit<ZaakContext, 'zaak'>): Plan {
  const { visit, transaction } = base;
  return (answer, answered) => {
    const context: ZaakContext = { ...base, zaak: () => answer('zaak') };
    const documents = transaction.attachments.flatMap((attachment, index): readonly Step[] => {
      const link = koppeling(context, attachment, index, () => documentUrlOf(answer, index));
      const write = (step: Step) => writeToDocument(context, attachment, index, step);
      const made = answered(`document:${index}`);
      // How it was begun, not how it would be begun today: the limit can have changed.
      if (made ? isInParts(made) : attachment.bytes > context.partsAbove)
        return [
          write(documentInParts(context, attachment, index)),
          write(bestandsdelen(context, attachment, index, () => answer(`document:${index}`))),
          // A locked document can't be linked (Open Zaak 1386), nor a zaak closed that has one.
          link,
        ];
      const whole = write(document(context, attachment, index));
      return [{ ...whole, together: registration(context, attachment, index) }, link];
    });
    const eigenschappen = Object.entries(transaction.eigenschappen).map(([naam, value]) =>
      eigenschap(context, naam, value),
    );
    const closing: readonly Step[] = [
      { ...resultaat(context), together: zaakAfsluiten(context) },
      status(context, 'end'),
    ];
    const written = (steps: readonly Step[]) =>
      steps.map((step) => (step.system === 'zaken' ? writeToZaak(context, step) : step));
    if (transaction.kind === 'pickUp')
      return [
        existingZaak(context),
        ...written([...eigenschappen, ...documents, ...(transaction.closes ? closing : [])]),
      ];
    return [
      ...written([
        { ...newZaak(context), together: zaakRegistreren(context, visit.person) },
        ...(visit.person ? [initiator(context, visit.person)] : []),
        behandelaar(context),
        status(context, 'first'),
        ...eigenschappen,
        ...documents,
        ...(transaction.closes ? closing : [status(context, 'waiting')]),
      ]),
    ];
  };
}
