import { useTranslation } from 'react-i18next';
import type { PracticeState } from '../../../../shared/contract/workstation.ts';
import { Button } from '../../../components/button.tsx';
import { Empty } from '../../../components/card.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorMessage } from '../../../components/error-text.tsx';
import { Message } from '../../../components/message.tsx';
import { formatTime } from '../../../i18n/format.ts';
import { useCounter, useCounterState } from '../../../state/context.tsx';
import { PracticePad } from './practice-pad.tsx';
import { PracticeDevices } from './practice-devices.tsx';
import { SecondCounter } from './second-counter.tsx';

export interface PracticePanelProps {
  readonly displayUrl: string | null;
  readonly onClose: () => void;
}

/** Everything outside the window that a clerk can practise with: visitors, documents, paper, network, cables. */
export function PracticePanel({ displayUrl, onClose }: PracticePanelProps) {
  const { t } = useTranslation('practice');
  const { value, error } = useCounterState((state) => state.practice);
  return (
    <Dialog title={t('title')} size="wide" onClose={onClose}>
      {error && <ErrorMessage error={error} />}
      {value && (
        <div className="w-practice">
          <div className="w-stack">
            <Dispenser buttons={value.buttons} />
            <Readers state={value} onRead={onClose} />
          </div>
          <div className="w-stack">
            <PracticeDevices state={value} />
            <PracticePad />
            <SecondCounter displayUrl={displayUrl} />
          </div>
          <div className="w-stack">
            <Printed papers={value.printed} />
            <Sent messages={value.messages} />
          </div>
        </div>
      )}
    </Dialog>
  );
}

function Dispenser({ buttons }: { readonly buttons: PracticeState['buttons'] }) {
  const { t } = useTranslation('practice');
  const { ask } = useCounter();
  return (
    <section className="w-stack" aria-label={t('dispenser')}>
      <h3>{t('dispenser')}</h3>
      <div className="w-practice-buttons">
        {buttons.map(({ button, label }) => (
          <Button key={button} onPress={() => void ask('practice.pressButton', { button })}>
            {label}
          </Button>
        ))}
      </div>
    </section>
  );
}

/** The front of a person's document for the reader, and its back for the scanner. */
function Readers({ state, onRead }: { readonly state: PracticeState; readonly onRead: () => void }) {
  const { t } = useTranslation('practice');
  const { ask } = useCounter();
  const read = async (name: 'practice.layDocument' | 'practice.scanCode', personId: string) => {
    if ((await ask(name, { personId })).ok) onRead();
  };
  return (
    <section className="w-stack" aria-label={t('reader')}>
      <h3>{t('reader')}</h3>
      {state.documentOnReader && <Message tone="info">{t('documentOnReader')}</Message>}
      <ul className="w-practice-persons">
        {state.persons.map((person) => (
          <li key={person.personId}>
            <Button onPress={() => void read('practice.layDocument', person.personId)}>
              {person.label} <small className="w-soft">{person.note}</small>
            </Button>
            <Button
              variant="quiet"
              aria-label={t('scanCodeOf', { person: person.label })}
              onPress={() => void read('practice.scanCode', person.personId)}
            >
              {t('scanCode')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Printed({ papers }: { readonly papers: PracticeState['printed'] }) {
  const { t } = useTranslation(['practice', 'devices']);
  return (
    <section className="w-stack" aria-label={t('printed')}>
      <h3>{t('printed')}</h3>
      {papers.length === 0 && <Empty>{t('nothingPrinted')}</Empty>}
      {papers.map((paper) => (
        <figure key={`${paper.at} ${paper.role}`} className="w-paper">
          <figcaption>
            {t(`devices:role.${paper.role}`)}, {formatTime(paper.at)}
          </figcaption>
          <img src={`data:image/png;base64,${paper.png}`} alt={paper.text} />
        </figure>
      ))}
    </section>
  );
}

/** What visitors would have got. */
function Sent({ messages }: { readonly messages: PracticeState['messages'] }) {
  const { t } = useTranslation('practice');
  return (
    <section className="w-stack" aria-label={t('sent')}>
      <h3>{t('sent')}</h3>
      {messages.length === 0 && <Empty>{t('nothingSent')}</Empty>}
      <ul className="w-list" role="list">
        {messages.map(({ messageId, at, to, subject, text }) => (
          <li key={messageId} className="w-practice-message">
            <span className="w-soft w-small">
              {to}, {formatTime(at)}
            </span>
            {subject && <strong>{subject}</strong>}
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
