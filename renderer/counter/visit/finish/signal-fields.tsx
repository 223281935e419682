import { useTranslation } from 'react-i18next';
import { RadioField } from '../../../components/choices.tsx';
import { TextField } from '../../../components/fields.tsx';
import type { HandOverForm } from './use-hand-over.ts';

const KINDS = ['none', 'klacht', 'melding', 'idee'] as const;

/** A complaint, report or idea that the visitor leaves as well. */
export function SignalFields({ signal, setSignal, signalText, setSignalText }: HandOverForm) {
  const { t } = useTranslation('handOver');
  return (
    <>
      <RadioField
        label={t('signal')}
        options={KINDS.map((value) => ({ value, label: t(`signalKind.${value}`) }))}
        value={signal}
        onChange={setSignal}
        orientation="horizontal"
      />
      {signal !== 'none' && (
        <TextField
          label={t('signalText')}
          description={t('signalApart')}
          rows={2}
          value={signalText}
          onChange={setSignalText}
          maxLength={1000}
        />
      )}
    </>
  );
}
