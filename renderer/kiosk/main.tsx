import '@fontsource-variable/source-sans-3/wght.css';
import { createRoot } from 'react-dom/client';
import '../theme/municipality.css';
import './kiosk.css';
import { createHttpBridge } from '../bridge/http-bridge.ts';
import { KioskApp } from './kiosk-app.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('kiosk.html has no #root');
const bridge = createHttpBridge({
  fetch: (url, init) => fetch(url, init),
  openEvents: (url) => new EventSource(url),
});
createRoot(root).render(<KioskApp call={bridge.call} mintId={() => crypto.randomUUID()} />);
