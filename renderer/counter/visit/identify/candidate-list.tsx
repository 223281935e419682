import { ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Identified } from '../../../../shared/contract/visits.ts';
import { Button } from '../../../components/button.tsx';

/** The persons that a search found. */
export type Candidates = Extract<Identified, { kind: 'candidates' }>;

/** The persons found, to choose from with the arrows and Enter; Escape goes back to the form. */
export function CandidateList({
  candidates,
  onChoose,
  onBack,
}: {
  readonly candidates: Candidates;
  readonly onChoose: (index: number) => void;
  readonly onBack: () => void;
}) {
  const { t } = useTranslation('visit');
  const { persons } = candidates;
  return (
    <section
      className="v-sheet"
      aria-label={t('identify.candidatesLabel')}
      onKeyDown={(event) => event.key === 'Escape' && onBack()}
    >
      <p role="status" className="v-sheet-head">
        {t('identify.candidates', { count: persons.length })}
      </p>
      <ListBox
        className="v-candidates v-scroll"
        aria-label={t('identify.candidatesLabel')}
        autoFocus="first"
        onAction={(key) => onChoose(Number(key))}
      >
        {persons.map((person, index) => (
          <ListBoxItem key={index} id={String(index)} className="v-candidate" textValue={person.fullName}>
            <strong>{person.fullName}</strong>
            <span>{person.birthDateText}</span>
            <span className="w-soft">{person.address}</span>
            <span className="w-mono w-soft">{person.bsnMasked}</span>
          </ListBoxItem>
        ))}
      </ListBox>
      <div className="v-bar">
        <Button keys="Esc" onPress={onBack}>
          {t('identify.back')}
        </Button>
      </div>
    </section>
  );
}
