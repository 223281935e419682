import Store from 'electron-store';
import { readHostSettings, type SettingsPort } from '../hosting/settings-file.ts';
import type { EncryptedTexts } from './secrets.ts';

/** The settings of the desktop application, in settings.json of its data folder. */
export function openSettings(dataDir: string): SettingsPort {
  const store = new Store<Record<string, unknown>>({
    cwd: dataDir,
    name: 'settings',
    clearInvalidConfig: true,
  });
  return {
    get: (key) => readHostSettings({ [key]: store.get(key) })[key],
    set: (key, value) => store.set(key, value),
  };
}

/** The encrypted texts, in keys.json; a damaged file stops the start instead of being emptied, for it holds keys. */
export function openEncryptedTexts(dataDir: string): EncryptedTexts {
  const store = new Store<Record<string, string>>({
    cwd: dataDir,
    name: 'keys',
    accessPropertiesByDotNotation: false,
  });
  return { get: (name) => store.get(name), set: (name, base64) => store.set(name, base64) };
}
