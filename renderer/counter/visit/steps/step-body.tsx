import { useState } from 'react';
import type { TransactionView, VisitView } from '../../../../shared/contract/visits.ts';
import type { StepData } from '../../../../shared/domain/product.ts';
import { assertNever } from '../../../../shared/lib/assert-never.ts';
import { useDesk } from '../desk/desk-context.tsx';
import { PhotoStep } from '../photo/photo-step.tsx';
import { SignatureStep } from '../signature/signature-step.tsx';
import { ChecklistStep } from './checklist-step.tsx';
import { ConsentStep } from './consent-step.tsx';
import { DocumentStep } from './document-step.tsx';
import { FormStep } from './form-step.tsx';
import { NoteStep } from './note-step.tsx';
import type { ProblemAt } from './problem-text.ts';
import type { StepNow } from './step-now.ts';
import { usePaperBlockedBy } from './use-paper-blocked-by.ts';

/** One step to fill in. What is wrong is named once the step was left, or was begun in an earlier sitting. */
export function StepBody({
  visit,
  transaction,
  now,
  wasLeft,
}: {
  readonly visit: VisitView;
  readonly transaction: TransactionView;
  readonly now: StepNow;
  readonly wasLeft: boolean;
}) {
  const desk = useDesk();
  const [wasBegun] = useState(() => now.data !== null);
  const { transactionId } = transaction;
  const { index, step, data } = now;
  const place = { transactionId, index };
  const paperBlockedBy = usePaperBlockedBy(visit);
  const change = (next: StepData) => desk.saver.change(place, next);
  const problemAt: ProblemAt = (field) =>
    wasLeft || wasBegun ? now.problems.find((problem) => problem.field === field)?.reason : undefined;
  switch (step.kind) {
    case 'checklist':
      return (
        <ChecklistStep
          step={step}
          checked={data?.kind === 'checklist' ? data.checked : []}
          onChange={(checked) => change({ kind: 'checklist', checked: [...checked] })}
          problemAt={problemAt}
        />
      );
    case 'form':
      return (
        <FormStep
          step={step}
          known={visit}
          values={data?.kind === 'form' ? data.values : null}
          onChange={(values) => change({ kind: 'form', values: { ...values } })}
          problemAt={problemAt}
        />
      );
    case 'consent':
      return (
        <ConsentStep
          step={step}
          givenBy={data?.kind === 'consent' ? data.givenBy : []}
          visit={visit}
          onChange={(givenBy) => change({ kind: 'consent', givenBy: [...givenBy] })}
          problem={problemAt('givenBy')}
        />
      );
    case 'photo':
      return (
        <PhotoStep
          place={place}
          step={step}
          age={visit.person?.age ?? null}
          attachmentId={data?.kind === 'photo' ? data.attachmentId : undefined}
          advice={data?.kind === 'photo' ? data.advice : undefined}
        />
      );
    case 'signature':
      return (
        <SignatureStep
          place={place}
          what={step.what}
          signer={visit.person?.fullName ?? ''}
          data={data?.kind === 'signature' ? data : undefined}
        />
      );
    case 'document':
      return (
        <DocumentStep
          place={place}
          title={step.title}
          made={data?.kind === 'document' ? data : null}
          blockedBy={paperBlockedBy(transaction, index)}
        />
      );
    case 'note':
      return (
        <NoteStep
          text={data?.kind === 'note' ? data.text : ''}
          onChange={(text) => change({ kind: 'note', text })}
        />
      );
    case 'payment':
      return null;
    default:
      return assertNever(step);
  }
}
