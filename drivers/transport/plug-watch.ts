import { type FSWatcher, watch } from 'node:fs';
import path from 'node:path';
import type { Cancel, Clock } from '../clock.ts';
import type { Endpoint } from '../driver.ts';

/** Tells that something was plugged in or out. */
export interface PlugWatch {
  /** True when a change is known, false when it is only worth looking again. */
  readonly certain: boolean;
  /**
   * Calls `listener` after each change, until the answer is called. Costs something only while somebody listens.
   * `folders` are watched besides the system's own, for devices at a path of choice.
   */
  onChange(listener: () => void, folders?: readonly string[]): () => void;
}

/** One plug makes many events, and its rights and links come a moment after the device itself. */
const SETTLE_MS = 200;
const POLL_MS = 4000;
/** What appears with a device: its port, its HID file, the folders of its fixed names. */
const DEVICE = /^(tty(S|ACM|USB|AMA|XRUSB)\d+|hidraw\d+|usb|serial)$/;

/**
 * On Linux the kernel tells (inotify on /dev): nothing is asked. Elsewhere a change is assumed every four seconds, which
 * is as often as a bus may be listed.
 */
export function createPlugWatch(clock: Clock, platform: NodeJS.Platform = process.platform): PlugWatch {
  const listeners = new Map<() => void, readonly string[]>();
  const watchers = new Map<string, FSWatcher>();
  let cancelSettle: Cancel | undefined;
  let cancelPoll: Cancel | undefined;

  function tell() {
    for (const listener of listeners.keys()) listener();
  }

  function noticed() {
    cancelSettle ??= clock.after(SETTLE_MS, () => {
      cancelSettle = undefined;
      tell();
    });
  }

  function watchFolder(folder: string) {
    try {
      const watcher = watch(folder, { persistent: false }, (event, name) => {
        // 'change' comes with every byte that is written to a device.
        if (event === 'rename' && (folder !== '/dev' || DEVICE.test(name ?? ''))) noticed();
      });
      watcher.on('error', () => watcher.close());
      watchers.set(folder, watcher);
    } catch {
      // A folder that is not there yet: the attempts to reconnect go on by the clock.
    }
  }

  function poll() {
    cancelPoll = clock.after(POLL_MS, () => {
      tell();
      if (cancelPoll) poll();
    });
  }

  function adjust() {
    const wanted = new Set([...listeners.values()].flat());
    if (listeners.size > 0 && platform === 'linux') wanted.add('/dev');
    for (const [folder, watcher] of watchers)
      if (!wanted.has(folder)) {
        watcher.close();
        watchers.delete(folder);
      }
    for (const folder of wanted) if (!watchers.has(folder)) watchFolder(folder);
    if (platform === 'linux') return;
    if (listeners.size > 0 && !cancelPoll) poll();
    if (listeners.size === 0) {
      cancelPoll?.();
      cancelPoll = undefined;
    }
  }

  return {
    certain: platform === 'linux',
    onChange(listener, folders = []) {
      // A listener of one's own for each call, so that the same function can be given twice.
      const own = () => listener();
      listeners.set(own, folders);
      adjust();
      return () => {
        listeners.delete(own);
        if (listeners.size === 0) {
          cancelSettle?.();
          cancelSettle = undefined;
        }
        adjust();
      };
    },
  };
}

/** The folders in which the devices of these endpoints would appear, besides the one that is watched anyway. */
export function foldersOf(endpoints: readonly Endpoint[]): string[] {
  return endpoints.flatMap((endpoint) => {
    if (endpoint.kind === 'usb-printer') return ['/dev/usb'];
    if (!('path' in endpoint) || !path.isAbsolute(endpoint.path)) return [];
    const folder = path.dirname(endpoint.path);
    return folder === '/dev' ? [] : [folder];
  });
}
