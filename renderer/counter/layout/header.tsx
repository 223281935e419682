import { GraduationCap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../../shared/contract/session.ts';
import { Key } from '../../components/key.tsx';
import { Button } from '../../components/button.tsx';
import { formatDay, formatTime } from '../../i18n/format.ts';
import { KEYS } from '../../keys/keys.ts';
import { useNow } from '../../state/use-now.ts';
import type { OpenPanel } from '../panels/panel-names.ts';
import { UserMenu } from './user-menu.tsx';

export interface HeaderProps {
  readonly session: SessionState;
  readonly onOpen: OpenPanel;
}

/** Who and where: the municipality, practice or real, the counter, the clerk, the time. */
export function Header({ session, onOpen }: HeaderProps) {
  const { t } = useTranslation('shell');
  return (
    <header className="w-header">
      <h1>Waarmee</h1>
      <span className="w-header-place">
        {session.municipality} · {session.location}
      </span>
      {session.practice && (
        <Button
          variant="quiet"
          icon={GraduationCap}
          className="w-practice-pill"
          onPress={() => onOpen('practice')}
        >
          {t('practice')} <Key combo={KEYS.practice} />
        </Button>
      )}
      <span className="w-push w-header-counter">{t('counter', { number: session.counter })}</span>
      <UserMenu session={session} onOpen={onOpen} />
      <Clock />
    </header>
  );
}

function Clock() {
  const now = useNow(1000);
  const { i18n } = useTranslation();
  return (
    <time className="w-clock" dateTime={new Date(now).toISOString()}>
      <span className="w-clock-day">{formatDay(now, i18n.language)}</span> <strong>{formatTime(now)}</strong>
    </time>
  );
}
