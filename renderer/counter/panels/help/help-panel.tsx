import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../../../shared/contract/session.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { KEY_GROUPS, KEYS, type KeyName } from '../../../keys/keys.ts';

type Group = keyof typeof KEY_GROUPS;
const GROUPS = Object.keys(KEY_GROUPS) as Group[];

/** Every key with what it does, in the words of the screen. */
export function HelpPanel({
  session,
  onClose,
}: {
  readonly session: SessionState;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('help');
  return (
    <Dialog title={t('title')} size="wide" onClose={onClose}>
      <div className="w-help">
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{t(`group.${group}`)}</h3>
            <dl className="w-keys">
              {(Object.keys(KEY_GROUPS[group]) as KeyName[]).map((action) => (
                <div key={action}>
                  <dt>
                    <kbd>{keyName(KEYS[action])}</kbd>
                  </dt>
                  <dd>{t(`key.${action}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="w-help-note">{t('note')}</p>
      {session.displayUrl && (
        <p>
          {t('display')} <span className="w-mono">{session.displayUrl}</span>
        </p>
      )}
    </Dialog>
  );
}

function keyName(combo: string): string {
  return combo
    .replace('ArrowLeft', '←')
    .replace('ArrowRight', '→')
    .replaceAll('+', ' + ')
    .replace('..', ' … ');
}
