import { useTranslation } from 'react-i18next';
import { Message } from '../../../components/message.tsx';

/** What IT has to mend in the configuration, in the words of the start; nothing when that is nothing. */
export function ConfigProblems({ problems }: { readonly problems: readonly string[] }) {
  const { t } = useTranslation('devices');
  if (problems.length === 0) return null;
  return (
    <Message tone="warn" title={t('problems')}>
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </Message>
  );
}
