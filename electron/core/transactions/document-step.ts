import type { TransactionView } from '../../../shared/contract/visits.ts';
import { amsterdamDay } from '../../../shared/domain/dates.ts';
import { missingForPaper } from '../../../shared/domain/product-rules.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import { DocumentError, type DocumentFonts, formRows, makeDocument } from '../documents/index.ts';
import type { Clock } from '../ports.ts';
import type { Visit } from '../visit-records/index.ts';
import { notPossible } from './choice.ts';
import type { Drafts } from './drafts.ts';

/**
 * Makes the PDF of a document step from the person, the answers and the signature; the bytes are not stored yet. Refused
 * with `stepIncomplete`, naming the first step that is not right, as long as one before it is not.
 */
export function createDocumentStep(deps: {
  readonly clock: Clock;
  readonly drafts: Drafts;
  readonly fonts: DocumentFonts;
  readonly municipality: { readonly name: string };
  readonly practice: boolean;
}) {
  return async (
    visit: Visit,
    view: TransactionView,
    index: number,
    clerk: string,
  ): Promise<Result<Uint8Array>> => {
    const step = view.product.steps[index];
    if (step?.kind !== 'document') return fail('notFound', { field: 'index' });
    const { person } = visit;
    if (!person) return fail('stepIncomplete', { field: 'person' });
    const [missing] = missingForPaper(view.steps, index);
    if (missing) return fail('stepIncomplete', { field: `steps.${missing.index}`, detail: missing.kind });
    const signature = deps.drafts
      .attachments(view.transactionId)
      .find(({ stepIndex }) => view.product.steps[stepIndex]?.kind === 'signature');
    const signaturePng = signature && deps.drafts.content(signature.attachmentId)?.content;
    const fields = view.steps.flatMap(({ index: at, data }) => {
      const form = view.product.steps[at];
      return form?.kind === 'form' && data?.kind === 'form' ? formRows(form, data.values) : [];
    });
    try {
      const pdf = await makeDocument(
        {
          template: step.template,
          title: step.title,
          municipality: deps.municipality,
          person: {
            fullName: person.view.fullName,
            birthDate: person.view.birthDateText,
            sex: person.view.sex ?? undefined,
            nationality: person.view.nationality ?? undefined,
            address: person.view.address,
            burgerservicenummer: person.record.burgerservicenummer ?? undefined,
            source: person.source,
          },
          fields,
          clerk,
          day: amsterdamDay(deps.clock.now()),
          number: view.transactionId.slice(0, 8).toUpperCase(),
          signaturePng,
          practice: deps.practice,
        },
        deps.fonts,
      );
      return ok(pdf);
    } catch (error) {
      if (error instanceof DocumentError) return notPossible('document', error.code);
      throw error;
    }
  };
}
