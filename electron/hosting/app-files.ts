import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Where the parts of the installed application are. */
export interface AppFiles {
  readonly rendererDir: string;
  readonly resourcesDir: string;
  readonly fontsDir: string;
  readonly checkpointWorker: URL;
  readonly deviceProcess: string;
  readonly preload: string;
}

/**
 * The files that go with the entry `entryUrl`: built ones next to a built entry, sources next to a source (`.ts`), so
 * that both run. `packagedResources` is Electron's own resources folder when the application was installed.
 */
export function appFiles(entryUrl: string, packagedResources: string | null): AppFiles {
  const entry = fileURLToPath(entryUrl);
  const root = rootOf(path.dirname(entry));
  const built = (name: string) => path.join(root, 'out', 'main', `${name}.js`);
  const fromSource = entry.endsWith('.ts');
  const worker = fromSource
    ? path.join(root, 'electron', 'core', 'store', 'checkpoint-worker.ts')
    : built('checkpoint-worker');
  const resourcesDir = path.join(packagedResources ?? root, 'resources');
  return {
    rendererDir: path.join(root, 'out', 'renderer'),
    resourcesDir,
    fontsDir: path.join(resourcesDir, 'fonts'),
    checkpointWorker: pathToFileURL(worker),
    deviceProcess: fromSource ? path.join(root, 'drivers', 'process.ts') : built('device-process'),
    preload: path.join(root, 'out', 'preload', 'preload.cjs'),
  };
}

function rootOf(folder: string): string {
  for (let at = folder; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, 'package.json'))) return at;
    if (at === path.dirname(at)) throw new Error('the application has no package.json above its entry');
  }
}
