import type { App, BrowserWindow } from 'electron';

/** How long stopping may take before the application goes anyway, in milliseconds. */
const STOP_MS = 15_000;

/** True when this is the only Waarmee on this data folder; otherwise the first one is shown and this one must go. */
export function isFirstInstance(
  app: Pick<App, 'requestSingleInstanceLock' | 'on'>,
  window: () => BrowserWindow | null,
): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  // What a second start says on its command line is ignored: it only means "show yourself".
  app.on('second-instance', () => {
    const shown = window();
    if (shown?.isMinimized()) shown.restore();
    shown?.focus();
  });
  return true;
}

/** Quits in phases: first everything that runs is stopped, then Electron itself goes. */
export function stopBeforeQuit(app: Pick<App, 'on' | 'quit' | 'exit'>, stop: () => Promise<void>): void {
  let stopped: 'no' | 'busy' | 'yes' = 'no';
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (stopped === 'yes') return;
    event.preventDefault();
    if (stopped === 'busy') return;
    stopped = 'busy';
    const hard = setTimeout(() => app.exit(1), STOP_MS);
    void stop().finally(() => {
      clearTimeout(hard);
      stopped = 'yes';
      app.quit();
    });
  });
}
