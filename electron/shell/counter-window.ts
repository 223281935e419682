import { BrowserWindow } from 'electron';
import type { SettingsPort } from '../hosting/settings-file.ts';
import { COUNTER_ORIGIN } from './protocol.ts';
import { windowOptions, type WindowFacts } from './windows.ts';

const FIRST_SIZE = { width: 1366, height: 768 };

/** Makes the counter's window, as large as it was the last time; shown when its page is ready. */
export function createCounterWindow(facts: Omit<WindowFacts, 'size'>, settings: SettingsPort): BrowserWindow {
  const window = new BrowserWindow(windowOptions({ ...facts, size: settings.get('window') ?? FIRST_SIZE }));
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    const { width, height } = window.getNormalBounds();
    settings.set('window', { width, height });
  });
  return window;
}

/** Loads the page; rejects when it can't be loaded. */
export function loadCounterPage(window: BrowserWindow): Promise<void> {
  return window.loadURL(`${COUNTER_ORIGIN}/`);
}
