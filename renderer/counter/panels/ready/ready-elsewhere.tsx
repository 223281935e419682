import { Send } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { Message } from '../../../components/message.tsx';
import { useCounter, useCounterState } from '../../../state/context.tsx';

/** For a zaak that nobody waits for here: tells the other PCs that it is ready, one of which may know who does. */
export function ReadyElsewhere({ zaak, onTold }: { readonly zaak: string; readonly onTold: () => void }) {
  const { t } = useTranslation('messages');
  const { run, notify } = useCounter();
  const isBusy = useCounterState((state) => state.busy.has('messages.readyElsewhere'));
  const tell = async () => {
    const answer = await run('messages.readyElsewhere', { zaakIdentificatie: zaak });
    if (!answer.ok) return;
    const { told } = answer.value;
    notify(told ? 'ok' : 'warn', { text: t(told ? 'ready.told' : 'ready.notTold', { zaak }) });
    if (told) onTold();
  };
  return (
    <div className="w-stack">
      <Message tone="info">{t('ready.notHere', { zaak })}</Message>
      <div>
        <Button icon={Send} isPending={isBusy} onPress={() => void tell()}>
          {t('ready.tell')}
        </Button>
      </div>
    </div>
  );
}
