import { render } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { DeskProvider } from '../../../../renderer/counter/visit/desk/desk-context.tsx';
import { VisitAside } from '../../../../renderer/counter/visit/visit-aside.tsx';
import { VisitPane } from '../../../../renderer/counter/visit/visit-pane.tsx';
import { createTexts } from '../../../../renderer/i18n/i18n.ts';
import { KeyProvider } from '../../../../renderer/keys/key-context.tsx';
import { CounterProvider } from '../../../../renderer/state/context.tsx';
import { createCounter } from '../../../../renderer/state/counter.ts';
import type { Notice } from '../../../../renderer/state/notices.ts';
import type { VisitView } from '../../../../shared/contract/visits.ts';
import { SCENE_NOW } from '../../../helpers/counter-scene.ts';
import { createFakeBridge, type FakeBridge } from '../../../helpers/fake-bridge.ts';
import { type FakeApplication, fakeApplication } from './fake-application.ts';

/** The two columns of a visit in a page, with the application behind them. */
export interface VisitScene {
  readonly app: FakeApplication;
  readonly bridge: FakeBridge;
  readonly notices: () => readonly Notice[];
  readonly leave: () => void;
}

/** Shows a visit; `prepare` changes what the application answers before the window asks. */
export async function showVisit(
  start: Partial<VisitView> | null = {},
  prepare: (bridge: FakeBridge) => void = () => undefined,
): Promise<VisitScene> {
  const bridge = createFakeBridge();
  const app = fakeApplication(bridge, start ?? {});
  if (start === null) app.visit = null;
  prepare(bridge);
  let ids = 0;
  const counter = createCounter({
    bridge,
    mintId: () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`,
    now: () => SCENE_NOW,
  });
  const stop = counter.start();
  const page = render(
    <I18nextProvider i18n={createTexts('nl')}>
      <CounterProvider counter={counter}>
        <KeyProvider onRefused={() => undefined}>
          <DeskProvider>
            <main>
              <VisitPane />
            </main>
            <aside>
              <VisitAside />
            </aside>
          </DeskProvider>
        </KeyProvider>
      </CounterProvider>
    </I18nextProvider>,
  );
  bridge.connect(true);
  const first =
    start === null ? 'Geen bezoeker aan de balie' : (start.person?.fullName ?? 'Nog niet geïdentificeerd');
  await page.findByText(first);
  return {
    app,
    bridge,
    notices: () => counter.store.getState().notices,
    leave: () => {
      stop();
      page.unmount();
    },
  };
}
