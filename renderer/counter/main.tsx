import '@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css';
import '../theme/index.css';
import './counter.css';
import './alarms/alarms.css';
import './panels/panels.css';
import './panels/overview/overview.css';
import './panels/statistics/statistics.css';
import './queue/queue.css';
import './session/session.css';
import { createRoot } from 'react-dom/client';
import { createBridge } from '../bridge/client.ts';
import { createTexts, rememberedLanguage } from '../i18n/i18n.ts';
import { createCounter } from '../state/counter.ts';
import { App } from './app.tsx';

const language = rememberedLanguage(localStorage);
document.documentElement.lang = language;
const counter = createCounter({
  bridge: createBridge(),
  mintId: () => crypto.randomUUID(),
  now: () => Date.now(),
});
counter.start();

const root = document.getElementById('root');
if (!root) throw new Error('counter.html has no #root');
createRoot(root).render(<App counter={counter} texts={createTexts(language)} />);
