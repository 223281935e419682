import { GraduationCap } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../../shared/contract/session.ts';
import { useShortcut } from '../../keys/key-context.tsx';

export interface StageFrameProps {
  readonly session: SessionState;
  readonly title: string;
  readonly intro?: string;
  readonly children: ReactNode;
}

/** The page of everything before the counter: set-up, login, locked. */
export function StageFrame({ session, title, intro, children }: StageFrameProps) {
  const { t } = useTranslation('session');
  // Locking what is locked does nothing, but the browser must not take the key either.
  useShortcut('lock', () => undefined);
  return (
    <div className="w-stage">
      <header className="w-header">
        <strong className="w-header-name">Waarmee</strong>
        <span className="w-header-place">
          {session.municipality} · {session.location}
        </span>
        <span className="w-push">{t('counter', { number: session.counter })}</span>
      </header>
      <main className="w-stage-main">
        <div className="w-stage-card">
          {session.practice && (
            <p className="w-practice-note">
              <GraduationCap size={20} aria-hidden /> {t('practiceNote')}
            </p>
          )}
          <h1>{title}</h1>
          {intro && <p className="w-soft">{intro}</p>}
          {children}
        </div>
      </main>
      <footer className="w-stage-foot">
        {session.workstation} · {t('version', { version: session.version })}
      </footer>
    </div>
  );
}
