import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../shared/contract/session.ts';
import { useShortcut } from '../keys/key-context.tsx';
import { useCounter } from '../state/context.tsx';
import { useDrawerKey } from './panels/devices/drawer-button.tsx';
import { Header } from './layout/header.tsx';
import { StatusBar } from './layout/status-bar.tsx';
import { PanelOf } from './panels/panel-of.tsx';
import type { PanelName } from './panels/panel-names.ts';
import { QueuePane } from './queue/queue-pane.tsx';
import { useCameraReport } from './session/use-camera-report.ts';
import { useIdleTouch } from './session/use-idle-touch.ts';
import { useKeyboardReader } from './session/use-keyboard-reader.ts';
import { VisitAside } from './visit/visit-aside.tsx';
import { VisitPane } from './visit/visit-pane.tsx';

/** The counter at work: queue, visit, overview, and what can be opened over them. Nothing scrolls but the columns. */
export function CounterScreen({ session }: { readonly session: SessionState }) {
  const { t } = useTranslation(['shell', 'common']);
  const { ask, notify } = useCounter();
  const [panel, setPanel] = useState<PanelName>();
  const close = useCallback(() => setPanel(undefined), []);
  useIdleTouch();
  useKeyboardReader(session.keyboardReader);
  useCameraReport();
  useEffect(() => {
    // After logging in or unlocking the focus would be nowhere; never on a button that calls somebody.
    if (document.activeElement === document.body) focusRegion('visit');
  }, []);
  useShortcut('help', () => setPanel('help'));
  useDrawerKey();
  useShortcut('devices', () => setPanel('devices'));
  useShortcut('sync', () => setPanel('sync'));
  useShortcut('zaak', () => setPanel('zaak'));
  useShortcut('practice', () => setPanel('practice'), {
    isEnabled: session.practice,
    refuse: () => notify('info', { text: t('notPractice') }),
  });
  useShortcut('lock', () => void ask('session.lock', {}));
  useShortcut('goToQueue', () => focusRegion('queue'));
  useShortcut('goToVisit', () => focusRegion('visit'));
  useShortcut('goToAside', () => focusRegion('aside'));
  return (
    <div className="w-app">
      <Header session={session} onOpen={setPanel} />
      <section id="queue" className="w-col-queue" aria-label={t('queueRegion')} tabIndex={-1}>
        <QueuePane onOpen={setPanel} />
      </section>
      <main id="visit" className="w-col-visit" aria-label={t('visitRegion')} tabIndex={-1}>
        <VisitPane />
      </main>
      <aside id="aside" className="w-col-aside" aria-label={t('asideRegion')} tabIndex={-1}>
        <VisitAside />
      </aside>
      <StatusBar onOpen={setPanel} />
      {panel && <PanelOf name={panel} session={session} onClose={close} />}
    </div>
  );
}

function focusRegion(id: 'queue' | 'visit' | 'aside'): void {
  document.getElementById(id)?.focus();
}
