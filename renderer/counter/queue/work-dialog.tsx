import { ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog.tsx';
import { useCounter, useCounterState } from '../../state/context.tsx';

/** No profile has this for an id. */
const OWN = '-';

/** By which work profile this counter calls, chosen with the arrow keys and Enter. */
export function WorkDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('hall');
  const { notify, run } = useCounter();
  const work = useCounterState((state) => state.queue.value?.work);
  const choose = async (id: string) => {
    const answer = await run('hall.chooseProfile', { profile: id === OWN ? null : id });
    if (!answer.ok) return;
    notify('ok', { text: t('work.chosen') });
    onClose();
  };
  const name = work?.profile?.name ?? t('work.everyGroup');
  return (
    <Dialog title={t('work.title')} size="narrow" onClose={onClose}>
      <p>{t(`work.now.${work?.decidedBy ?? 'counter'}`, { name })}</p>
      {work?.decidedBy === 'teamlead' ? (
        <p className="w-soft">{t('work.askLead')}</p>
      ) : (
        <ListBox
          className="w-listbox w-group-list"
          aria-label={t('work.choose')}
          autoFocus="first"
          items={[{ id: OWN, name: t('work.own') }, ...(work?.choices ?? [])]}
          onAction={(key) => void choose(String(key))}
        >
          {(one) => (
            <ListBoxItem className="w-option" textValue={one.name}>
              {one.name}
            </ListBoxItem>
          )}
        </ListBox>
      )}
    </Dialog>
  );
}
