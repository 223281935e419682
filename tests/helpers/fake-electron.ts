import { EventEmitter } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Stands in for Electron in tests (vitest.config.ts maps the name to this file): the parts that electron/shell, main.ts
 * and preload.ts use, with what was asked of them kept for the test to look at. `resetElectron` makes all new.
 */
type Handler = (event: unknown, ...args: unknown[]) => unknown;

export interface FakeFrame {
  origin: string;
  url: string;
  parent: FakeFrame | null;
}

/** What a page's contents do: events, and the last handler for new windows. */
export class FakeWebContents extends EventEmitter {
  readonly sent: { readonly channel: string; readonly args: unknown[] }[] = [];
  readonly downloads: string[] = [];
  openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  url = 'app://counter/';
  destroyed = false;

  downloadURL(url: string): void {
    this.downloads.push(url);
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
  getURL(): string {
    return this.url;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  send(channel: string, ...args: unknown[]): void {
    const copies = structuredClone(args);
    this.sent.push({ channel, args: copies });
    ipcRenderer.emit(channel, { sender: 'must not leak' }, ...copies);
  }
}

export class BrowserWindow extends EventEmitter {
  readonly options: Record<string, unknown>;
  readonly webContents = new FakeWebContents();
  loaded: string[] = [];
  shown = false;
  minimized = false;
  focused = 0;
  bounds = { x: 0, y: 0, width: 1366, height: 768 };

  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    state.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  show(): void {
    this.shown = true;
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  restore(): void {
    this.minimized = false;
  }
  focus(): void {
    this.focused += 1;
  }
  getNormalBounds() {
    return this.bounds;
  }
  async loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    this.emit('ready-to-show');
  }
}

interface FakeState {
  windows: BrowserWindow[];
  handlers: Map<string, Handler>;
  schemes: { scheme: string; privileges: Record<string, boolean> }[];
  protocols: Map<string, (request: Request) => Promise<Response>>;
  exposed: Record<string, unknown>;
  opened: string[];
  errors: string[];
  messages: string[];
  exits: number[];
  quits: number;
  sandboxed: boolean;
  firstInstance: boolean;
  encryption: boolean;
  backend: string;
  permissionRequest?: (...args: never[]) => void;
  permissionCheck?: (...args: never[]) => boolean;
  devicePermission?: (...args: never[]) => boolean;
}

function freshState(): FakeState {
  return {
    windows: [],
    handlers: new Map(),
    schemes: [],
    protocols: new Map(),
    exposed: {},
    opened: [],
    errors: [],
    messages: [],
    exits: [],
    quits: 0,
    sandboxed: false,
    firstInstance: true,
    encryption: true,
    backend: 'gnome_libsecret',
  };
}

/** Everything that was asked of Electron since the last reset. */
export const state: FakeState = freshState();

/** As a process of Electron that has just begun. */
export function resetElectron(): void {
  for (const key of Object.keys(state)) Reflect.deleteProperty(state, key);
  Object.assign(state, freshState());
  app.removeAllListeners();
  ipcRenderer.removeAllListeners();
}

const userData = { path: mkdtempSync(path.join(tmpdir(), 'waarmee-electron-')) };

export const app = Object.assign(new EventEmitter(), {
  isPackaged: false,
  enableSandbox: () => void (state.sandboxed = true),
  whenReady: async () => {},
  requestSingleInstanceLock: () => state.firstInstance,
  getVersion: () => '0.0.0-test',
  getName: () => 'Waarmee',
  getPath: () => userData.path,
  setPath: (_name: string, value: string) => void (userData.path = value),
  quit: () => {
    state.quits += 1;
    app.emit('before-quit', { preventDefault: () => {} });
  },
  exit: (code: number) => void state.exits.push(code),
});

export const ipcMain = {
  handle: (channel: string, handler: Handler) => void state.handlers.set(channel, handler),
  removeHandler: (channel: string) => void state.handlers.delete(channel),
  on: () => {},
};

/** The renderer's side; `invoke` copies as the structured clone of real IPC does, and comes from `sender`. */
export const ipcRenderer = Object.assign(new EventEmitter(), {
  sender: { contents: null as FakeWebContents | null, frame: null as FakeFrame | null },
  async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    const handler = state.handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    const event = { sender: ipcRenderer.sender.contents, senderFrame: ipcRenderer.sender.frame };
    return structuredClone(await handler(event, ...structuredClone(args)));
  },
});

export const contextBridge = {
  exposeInMainWorld: (key: string, value: unknown) => void (state.exposed[key] = value),
};

export const protocol = {
  registerSchemesAsPrivileged: (schemes: FakeState['schemes']) => void state.schemes.push(...schemes),
  handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
    void state.protocols.set(scheme, handler),
};

export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler: NonNullable<FakeState['permissionRequest']>) =>
      void (state.permissionRequest = handler),
    setPermissionCheckHandler: (handler: NonNullable<FakeState['permissionCheck']>) =>
      void (state.permissionCheck = handler),
    setDevicePermissionHandler: (handler: NonNullable<FakeState['devicePermission']>) =>
      void (state.devicePermission = handler),
  },
};

/** "Encrypts" by turning the bytes around, so that a test sees that no plain text is kept. */
export const safeStorage = {
  isEncryptionAvailable: () => state.encryption,
  getSelectedStorageBackend: () => state.backend,
  encryptString: (text: string) => Buffer.from(`v10${text}`).reverse(),
  decryptString: (bytes: Buffer) => {
    const text = Buffer.from(bytes).reverse().toString();
    if (!text.startsWith('v10'))
      throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.');
    return text.slice(3);
  },
};

/** A utility process that a test plays. */
export class FakeUtilityProcess extends EventEmitter {
  pid: number | undefined;
  readonly posted: unknown[] = [];
  killed = false;
  postMessage(message: unknown): void {
    this.posted.push(structuredClone(message));
    // Ends when it is asked to, as drivers/process.ts does.
    if (JSON.stringify(message) === '{"type":"stop"}') queueMicrotask(() => this.emit('exit', 0));
  }
  kill(): boolean {
    this.killed = true;
    return true;
  }
}

/** A fake where the types ask for the real thing; the fake has the members that our code uses. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
export function asReal<T>(fake: unknown): T {
  return fake as T;
}

export const utilityProcess = { fork: (_modulePath: string) => new FakeUtilityProcess() };
export const shell = { openExternal: async (url: string) => void state.opened.push(url) };
export const dialog = {
  showErrorBox: (_title: string, text: string) => void state.errors.push(text),
  showMessageBox: async (_window: unknown, { message }: { readonly message: string }) =>
    void state.messages.push(message),
};

// electron-store takes the default export.
// oxlint-disable-next-line import/no-default-export
export default {
  app,
  BrowserWindow,
  ipcMain,
  ipcRenderer,
  contextBridge,
  protocol,
  session,
  safeStorage,
  utilityProcess,
  shell,
  dialog,
};
