import type { BrowserWindowConstructorOptions } from 'electron';

export interface WindowFacts {
  /** Absolute path of the built preload script. */
  readonly preload: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly icon: string;
  /** Only a developer's own start opens the tools; an installed application never does. */
  readonly development: boolean;
}

/** The one set of options with which windows are made; the same in tests as in production. */
export function windowOptions({
  preload,
  size,
  icon,
  development,
}: WindowFacts): BrowserWindowConstructorOptions {
  return {
    ...size,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    title: 'Waarmee',
    icon,
    autoHideMenuBar: true,
    backgroundColor: '#eef1f5',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: development,
    },
  };
}
