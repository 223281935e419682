import { spawn } from 'node:child_process';
import path from 'node:path';
import type { PlaceFacts } from './places.ts';

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

/** Where an installed Chromium, Chrome or Edge may be, in order of preference. */
export function browserCandidates({ platform, env, home }: PlaceFacts): string[] {
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES(X86)'], env['PROGRAMFILES'], env['LOCALAPPDATA']].filter(
      (f) => f !== undefined,
    );
    return ['Microsoft\\Edge\\Application\\msedge.exe', 'Google\\Chrome\\Application\\chrome.exe'].flatMap(
      (name) => folders.map((folder) => path.win32.join(folder, name)),
    );
  }
  if (platform === 'darwin') {
    const programs = [
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      'Chromium.app/Contents/MacOS/Chromium',
    ];
    return programs.flatMap((name) => [`/Applications/${name}`, path.posix.join(home, 'Applications', name)]);
  }
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'));
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => path.posix.join(folder, name)));
}

/** True when a window can be shown at all: on Linux that takes a display server. */
export function hasScreen({ platform, env }: PlaceFacts): boolean {
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/** Arguments that show `url` as an application window with a profile of its own, apart from the user's browsing. */
export function browserArguments(
  url: string,
  profileDir: string,
  size: { readonly width: number; readonly height: number },
): string[] {
  return [
    `--app=${url}`,
    `--user-data-dir=${profileDir}`,
    `--window-size=${size.width},${size.height}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--lang=nl',
  ];
}

export interface BrowserWindow {
  /** Resolves when the window is gone: `closed` by a person, or `failed` when it never really opened. */
  readonly ended: Promise<'closed' | 'failed'>;
  stop(): Promise<void>;
}

/** Opens the window; how it ends is in `ended`. */
export function openBrowser(program: string, args: readonly string[]): BrowserWindow {
  const started = Date.now();
  const child = spawn(program, args, { stdio: 'ignore' });
  const ended = new Promise<'closed' | 'failed'>((resolve) => {
    child.once('error', () => resolve('failed'));
    // A browser that refuses to start (no rights, no display) is gone within moments and says so by its code.
    child.once('exit', (code) => resolve(code !== 0 && Date.now() - started < 10_000 ? 'failed' : 'closed'));
  });
  return {
    ended,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const hard = setTimeout(() => child.kill('SIGKILL'), 3000);
      await ended;
      clearTimeout(hard);
    },
  };
}
