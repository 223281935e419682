import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../shared/contract/index.ts';
import type { Lack } from '../../../shared/domain/calling-why.ts';
import { Message } from '../../components/message.tsx';
import { whatIsLacking } from './why-text.ts';

type Colleague = CallOutput<'hall.colleagues'>[number];

interface LacksThereProps {
  /** To whom, or to whose counter, the visitor is sent. */
  readonly to: Pick<Colleague, 'name' | 'counter'>;
  readonly number: string;
  readonly lacks: readonly Lack[];
}

/** What is lacking where a visitor is sent, and that he is not called there meanwhile. */
export function LacksThere({ to, number, lacks }: LacksThereProps) {
  const { t } = useTranslation(['hall', 'devices']);
  const { name, counter } = to;
  // Who was sent to a counter is helped there, also with a product outside its profile.
  const isCalled = lacks.every(({ code }) => code === 'skillMissing');
  return (
    <Message tone="warn" title={t('sendOn.despite', { name, number })} role="status">
      <ul>
        {lacks.map((lack) => (
          <li key={lack.code}>
            {t(`sendOn.lack.${lack.code}`, {
              name,
              counter,
              ...whatIsLacking(lack, (role) => t(`devices:role.${role}`)),
            })}
          </li>
        ))}
      </ul>
      {!isCalled && <p>{t('sendOn.notCalled', { name, counter })}</p>}
    </Message>
  );
}
