import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { faceMesh } from './face-mesh.config.ts';

/** Of the theme's thousands of tokens the pages use the basis, which takes its colours from voorbeeld; the rest is for components that are not ours. */
const basisTokensOnly: Plugin = {
  name: 'basis-tokens-only',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('voorbeeld-design-tokens')) return undefined;
    const kept = code.split('\n').filter((line) => !/^\s*--(?!basis-|voorbeeld-)/.test(line));
    return { code: kept.join('\n'), map: null };
  },
};

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        input: {
          main: 'electron/main.ts',
          serve: 'electron/serve.ts',
          'device-process': 'drivers/process.ts',
          'checkpoint-worker': 'electron/core/store/checkpoint-worker.ts',
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [basisTokensOnly, react(), faceMesh()],
    build: {
      outDir: 'out/renderer',
      minify: true,
      // A display in the hall may be some years old; without this the pages would need Electron's own Chromium.
      target: 'chrome94',
      rolldownOptions: {
        input: {
          counter: 'renderer/counter.html',
          display: 'renderer/display.html',
          kiosk: 'renderer/kiosk.html',
        },
      },
    },
  },
});
