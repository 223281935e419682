import type { AttachmentRecord } from '../records.ts';
import { documentsOf } from './document-steps.ts';
import { impossible, type Step, type StepResult } from './step.ts';
import type { ZaakContext } from './zaak-context.ts';

/**
 * A write to a zaak of which a 403 need not concern the whole workstation: the zaak can be closed meanwhile, by another
 * counter or in the zaaksysteem itself (Zaken API, zrc-007), and rights are given per zaaktype (zrc-006).
 */
export function writeToZaak(context: ZaakContext, step: Step): Step {
  const { rsin, transaction, zgw } = context;
  const { zaakIdentificatie: zaak, zaaktype } = transaction;
  return withOwnRights(step, `zaaktype ${zaaktype}`, async () => {
    const found = await zgw.zaken.findZaken(rsin, zaak);
    const day = found.ok ? found.value[0]?.einddatum : undefined;
    return day ? impossible('zaakClosed', { zaak, day }) : found;
  });
}

/** A write to a document: rights are given per informatieobjecttype too (Documenten API, drc-007). */
export function writeToDocument(
  context: ZaakContext,
  { informatieobjecttype }: AttachmentRecord,
  index: number,
  step: Step,
): Step {
  return withOwnRights(step, `informatieobjecttype "${informatieobjecttype}"`, () =>
    documentsOf(context, index),
  );
}

/** Where `read` gets an answer while the write is refused, the access of the workstation is good: only `part` is refused. */
function withOwnRights(step: Step, part: string, read: () => Promise<StepResult<unknown>>): Step {
  return {
    ...step,
    make: async (chosen) => {
      const made = await step.make(chosen);
      if (made.ok || made.error.kind !== 'unauthorized') return made;
      const { system, status, code } = made.error;
      if (system !== step.system || status !== 403 || code?.startsWith('jwt-')) return made;
      const reading = await read();
      return reading.ok ? { ok: false, error: { ...made.error, kind: 'notAllowed', part } } : reading;
    },
  };
}
