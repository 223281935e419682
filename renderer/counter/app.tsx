import type { i18n } from 'i18next';
import { lazy, Suspense, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { assertNever } from '../../shared/lib/assert-never.ts';
import { KeyProvider } from '../keys/key-context.tsx';
import { CounterProvider, useCounter, useCounterState } from '../state/context.tsx';
import type { Counter } from '../state/counter.ts';
import { AlarmBar } from './alarms/alarm-bar.tsx';
import { ConnectionLost } from './layout/connection-lost.tsx';
import { Notices } from './layout/notices.tsx';
import { LockedScreen } from './session/locked-screen.tsx';
import { LoginScreen } from './session/login-screen.tsx';
import { SetUpScreen } from './session/set-up-screen.tsx';
import { StartingScreen } from './session/starting-screen.tsx';
import { DeskProvider } from './visit/desk/desk-context.tsx';

// The counter itself is three quarters of the code: the login screen does not wait for it, and fetches it meanwhile.
const loadCounter = () =>
  import('./counter-screen.tsx').then(({ CounterScreen }) => ({ default: CounterScreen }));
const CounterScreen = lazy(loadCounter);
const AFTER_FIRST_SIGHT_MS = 200;

/** The counter window: the screen of the session's stage, with notices and a lost connection over it. */
export function App({ counter, texts }: { readonly counter: Counter; readonly texts: i18n }) {
  return (
    <I18nextProvider i18n={texts}>
      <CounterProvider counter={counter}>
        <Window />
      </CounterProvider>
    </I18nextProvider>
  );
}

function Window() {
  const { t, i18n: texts } = useTranslation('common');
  const { notify } = useCounter();
  return (
    <I18nProvider locale={texts.language === 'en' ? 'en-GB' : 'nl-NL'}>
      <KeyProvider onRefused={() => notify('info', { text: t('closeDialogFirst') })}>
        <DeskProvider>
          <Stage />
        </DeskProvider>
        <Alarms />
        <Notices />
        <ConnectionLost />
      </KeyProvider>
    </I18nProvider>
  );
}

/** For everybody who is logged in, also behind a lock. */
function Alarms() {
  const session = useCounterState((state) => state.session.value);
  const isPresent = session?.stage === 'active' || session?.stage === 'locked';
  return isPresent ? <AlarmBar counter={session.counter} /> : null;
}

/** Only one stage is drawn at a time: behind a lock nothing personal stays in the page. */
function Stage() {
  const session = useCounterState((state) => state.session.value);
  const isKnown = session !== null && session !== undefined;
  useEffect(() => {
    if (!isKnown) return undefined;
    const soon = setTimeout(() => void loadCounter(), AFTER_FIRST_SIGHT_MS);
    return () => clearTimeout(soon);
  }, [isKnown]);
  if (!session) return <StartingScreen />;
  switch (session.stage) {
    case 'setUp':
      return <SetUpScreen session={session} />;
    case 'login':
      return <LoginScreen session={session} />;
    case 'locked':
      return <LockedScreen session={session} />;
    case 'active':
      return (
        <Suspense fallback={<StartingScreen />}>
          <CounterScreen session={session} />
        </Suspense>
      );
    default:
      return assertNever(session.stage);
  }
}
