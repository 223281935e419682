import { ScanLine } from 'lucide-react';
import { type FormEvent, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IdentifyBy, VisitView } from '../../../../shared/contract/visits.ts';
import type { CallError } from '../../../bridge/bridge.ts';
import { Button } from '../../../components/button.tsx';
import { ErrorMessage } from '../../../components/error-text.tsx';
import { Message } from '../../../components/message.tsx';
import { useFocusWrong } from '../../../components/use-focus-wrong.ts';
import { useCounter, useCounterState } from '../../../state/context.tsx';
import { useDesk } from '../desk/desk-context.tsx';
import { type Candidates, CandidateList } from './candidate-list.tsx';
import { IdentityFields } from './identity-fields.tsx';
import {
  type IdentityRow,
  NOTHING_TYPED,
  refusedFields,
  typedSearch,
  type WrongFields,
} from './typed-identity.ts';

type Outcome =
  | { readonly kind: 'candidates'; readonly candidates: Candidates }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'failed'; readonly error: CallError };

/** Finding out who stands there: the reader first, else one row of a form. */
export function IdentifyPanel({ visit }: { readonly visit: VisitView }) {
  const { t } = useTranslation('visit');
  const { run } = useCounter();
  const desk = useDesk();
  const isSearching = useCounterState((state) => state.busy.has('visits.identify'));
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [at, setAt] = useState<IdentityRow>('bsn');
  const [wrong, setWrong] = useState<WrongFields>({});
  const focusWrong = useFocusWrong();
  const [outcome, setOutcome] = useState<Outcome>();

  const mark = (fields: WrongFields, form: HTMLFormElement) => {
    setWrong(fields);
    focusWrong(form);
  };
  const search = async (by: IdentifyBy, form?: HTMLFormElement) => {
    const answer = await run('visits.identify', { visitId: visit.visitId, by }, { quiet: true });
    if (!answer.ok) {
      const fields = refusedFields(answer.error);
      return fields && form ? mark(fields, form) : setOutcome({ kind: 'failed', error: answer.error });
    }
    if (answer.value.kind === 'candidates')
      return setOutcome({ kind: 'candidates', candidates: answer.value });
    if (answer.value.kind === 'nobody') return setOutcome({ kind: 'nobody' });
    setOutcome(undefined);
    return desk.show('work');
  };
  // A document of which the BRP knows several holders: it was asked already, so this only shows them.
  const readId = visit.person === null ? visit.offeredDocument?.readId : undefined;
  const showHolders = useEffectEvent((read: string) => void search({ kind: 'document', readId: read }));
  useEffect(() => {
    if (readId !== undefined) showHolders(readId);
  }, [readId]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wanted = typedSearch(typed, at);
    setOutcome(undefined);
    if (!wanted.ok) return mark(wanted.wrong, event.currentTarget);
    setWrong({});
    return void search(wanted.by, event.currentTarget);
  };

  if (outcome?.kind === 'candidates') {
    const { candidates } = outcome;
    return (
      <CandidateList
        candidates={candidates}
        onChoose={(index) => void search({ kind: 'candidate', searchId: candidates.searchId, index })}
        onBack={() => setOutcome(undefined)}
      />
    );
  }
  return (
    <form className="v-sheet v-identify" aria-label={t('identify.title')} onSubmit={submit} noValidate>
      <div className="v-scroll w-stack">
        <div className="v-reader">
          <ScanLine size={36} aria-hidden />
          <div>
            <h2>{t('identify.title')}</h2>
            <p>{t('identify.reader')}</p>
          </div>
        </div>
        {outcome && <SearchOutcome outcome={outcome} />}
        <p className="w-soft w-small">{t('identify.or')}</p>
        <IdentityFields
          typed={typed}
          wrong={wrong}
          onType={(field, value) => {
            setTyped({ ...typed, [field]: value });
            setWrong(({ [field]: _mended, ...others }) => others);
            setOutcome(undefined);
          }}
          onRow={setAt}
        />
      </div>
      <div className="v-bar">
        {visit.person !== null || visit.transactions.length > 0 ? (
          <Button onPress={() => desk.show('work')}>{t('identify.back')}</Button>
        ) : (
          <Button onPress={() => desk.show('products')}>{t('identify.skip')}</Button>
        )}
        <Button variant="primary" type="submit" className="w-push" isPending={isSearching} keys="Enter">
          {isSearching ? t('identify.searching') : t('identify.search')}
        </Button>
      </div>
    </form>
  );
}

function SearchOutcome({ outcome }: { readonly outcome: Exclude<Outcome, { kind: 'candidates' }> }) {
  const { t } = useTranslation('visit');
  if (outcome.kind === 'nobody') {
    return (
      <Message tone="warn" role="status">
        {t('identify.nobody')}
      </Message>
    );
  }
  const { code } = outcome.error;
  if (code === 'tooManyPersons' || code === 'brpUnavailable') {
    return (
      <Message tone="warn" role="alert">
        {t(code === 'tooManyPersons' ? 'identify.tooMany' : 'identify.brpAway')}
      </Message>
    );
  }
  return <ErrorMessage error={outcome.error} />;
}
