import type { SourceFile } from './source-files.ts';

/** What a room may import: own packages by name, and paths of the house by prefix. `types` may only be taken as types. */
interface Room {
  readonly packages: readonly RegExp[];
  readonly paths: readonly string[];
  readonly types?: readonly string[];
  readonly instead: string;
}

const NODE = /^node:/;

/** Who may import whom. The first room whose prefix fits is the file's room: the most special ones come first. */
export const ROOMS: readonly (readonly [prefix: string, Room])[] = [
  ['shared/', { packages: [/^zod$/], paths: ['shared/'], instead: 'shared is pure: zod and itself' }],
  [
    'drivers/transport/',
    {
      packages: [NODE, /^serialport$/, /^node-hid$/, /^zod$/],
      paths: ['drivers/', 'shared/'],
      instead: 'only transports touch native modules',
    },
  ],
  [
    'drivers/',
    {
      packages: [NODE, /^zod$/, /^@point-of-sale\/receipt-printer-encoder$/, /^uqr$/],
      paths: ['drivers/', 'shared/'],
      instead: 'take a Transport; native modules live in drivers/transport',
    },
  ],
  [
    'electron/core/central/generate-types.mjs',
    { packages: [NODE, /^openapi-typescript$/], paths: [], instead: 'a build tool: it runs by itself' },
  ],
  [
    'electron/core/',
    {
      packages: [NODE, /^zod$/, /^better-sqlite3$/, /^undici$/, /^ulid$/, /^pdfkit$/, /^pg$/, /^ical\.js$/],
      paths: ['electron/core/', 'shared/'],
      types: ['drivers/'],
      instead: 'the core takes ports (electron/core/ports.ts); a host supplies them',
    },
  ],
  [
    'electron/http/',
    {
      packages: [NODE, /^zod$/, /^hono($|\/)/, /^@hono\/node-server/],
      paths: ['electron/http/', 'shared/'],
      types: ['electron/core/'],
      instead: 'http knows the core by its type, never its insides',
    },
  ],
  [
    'electron/practice/',
    {
      packages: [NODE, /^zod$/, /^hono($|\/)/, /^@hono\/node-server/, /^better-sqlite3$/, /^node-forge$/],
      paths: ['electron/practice/', 'shared/'],
      instead: 'the practice servers stand by themselves',
    },
  ],
  [
    'electron/hosting/',
    {
      packages: [NODE, /^zod$/, /^pino$/, /^ulid$/],
      paths: ['electron/', 'drivers/', 'shared/'],
      instead: 'host code runs without electron; put Electron in electron/shell',
    },
  ],
  [
    'electron/shell/',
    {
      packages: [NODE, /^electron$/, /^electron-store$/, /^zod$/],
      paths: ['electron/', 'drivers/', 'shared/'],
      instead: 'the shell is the only room with electron',
    },
  ],
  [
    'electron/launch',
    {
      packages: [NODE],
      paths: ['electron/launch'],
      instead: 'the launcher runs before anything is installed: node: modules alone',
    },
  ],
  [
    'electron/main.ts',
    {
      packages: [NODE, /^electron$/],
      paths: ['electron/', 'shared/'],
      instead: 'main.ts only puts rooms together',
    },
  ],
  [
    'electron/preload.ts',
    {
      packages: [/^electron$/],
      paths: ['electron/shell/channels.ts'],
      instead: 'the preload runs sandboxed: electron and channel names alone',
    },
  ],
  [
    'electron/serve.ts',
    {
      packages: [NODE],
      paths: ['electron/', 'drivers/', 'shared/'],
      instead: 'serve.ts only puts rooms together',
    },
  ],
  [
    'electron/devices.ts',
    { packages: [NODE], paths: ['electron/hosting/'], instead: 'devices.ts only starts the tool' },
  ],
  [
    'electron/hall.ts',
    {
      packages: [NODE],
      paths: ['electron/hosting/', 'electron/core/store/checkpoint-worker.ts'],
      instead: 'hall.ts only starts the tool',
    },
  ],
  [
    'renderer/',
    {
      packages: [
        /^zod$/,
        /^react($|\/)/,
        /^react-dom($|\/)/,
        /^zustand($|\/)/,
        /^react-aria-components$/,
        /^i18next$/,
        /^react-i18next$/,
        /^lucide-react$/,
        /^signature_pad$/,
        /^uqr$/,
        /^write-excel-file\/universal$/,
        /^@fontsource-variable\//,
        /^@nl-design-system-unstable\//,
      ],
      paths: ['renderer/', 'shared/'],
      instead: 'the window reaches the application through renderer/bridge alone',
    },
  ],
];

function roomOf(file: string): Room | undefined {
  return ROOMS.find(([prefix]) => file.startsWith(prefix))?.[1];
}

/** A core feature is a folder with an index.ts; from outside it is entered through that file alone. */
function entersFeatureByTheWindow(file: string, to: string): boolean {
  const feature = /^electron\/core\/([a-z-]+)\//;
  const from = feature.exec(file)?.[1];
  const target = feature.exec(to)?.[1];
  if (target === undefined || target === from || target === 'store' || target === 'settings') return false;
  return !to.endsWith('/index.ts');
}

/** The imports of a file that break the rules, each with what to do instead. */
export function violations(file: Pick<SourceFile, 'name' | 'imports'>): string[] {
  const room = roomOf(file.name);
  if (!room) return [`${file.name}: in no room of the house; add it to tests/architecture/import-rules.ts`];
  return file.imports.flatMap(({ to, type }) => {
    const inside = to.includes('/') && /^(shared|drivers|electron|renderer|resources|tests)\//.test(to);
    const allowed = inside
      ? room.paths.some((path) => to.startsWith(path)) ||
        (type && (room.types ?? []).some((path) => to.startsWith(path)))
      : room.packages.some((pattern) => pattern.test(to)) || to.endsWith('.css');
    if (!allowed) return [`${file.name} imports ${to}: ${room.instead}`];
    if (entersFeatureByTheWindow(file.name, to))
      return [`${file.name} imports ${to}: enter a feature through its index.ts`];
    return [];
  });
}
