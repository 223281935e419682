import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { DeviceBinding } from '../../shared/contract/device-protocol.ts';
import { writeAtomically } from './write-atomically.ts';

/** What is set on this workstation itself: the size of the window, and devices. */
const HostSettings = z.object({
  window: z
    .strictObject({ width: z.int().min(640).max(16_384), height: z.int().min(480).max(16_384) })
    .optional(),
  /** Devices bound on this workstation, before those of the configuration. */
  devices: z.array(DeviceBinding).max(10).optional(),
});
export type HostSettings = z.infer<typeof HostSettings>;

/** Small settings of a host; Electron keeps them through electron-store, serve in a file. */
export interface SettingsPort {
  get<K extends keyof HostSettings>(key: K): HostSettings[K];
  set<K extends keyof HostSettings>(key: K, value: NonNullable<HostSettings[K]>): void;
}

/** Gives only what has the right form: a setting that was damaged is as good as never set. */
export function readHostSettings(raw: unknown): HostSettings {
  const { window, devices } = HostSettings.shape;
  const part = typeof raw === 'object' && raw !== null ? (raw as Readonly<Record<string, unknown>>) : {};
  return {
    ...kept('window', window.safeParse(part['window'])),
    ...kept('devices', devices.safeParse(part['devices'])),
  };
}

/** Settings in one JSON file, written as a whole; an unreadable file counts as empty and is replaced at the next change. */
export function openSettingsFile(file: string): SettingsPort {
  let settings = readHostSettings(readJson(file));
  return {
    get: (key) => settings[key],
    set: (key, value) => {
      settings = { ...settings, [key]: value };
      writeAtomically(file, `${JSON.stringify(settings, null, 2)}\n`);
    },
  };
}

function kept<K extends keyof HostSettings>(
  key: K,
  parsed: z.ZodSafeParseResult<HostSettings[K]>,
): HostSettings {
  return parsed.success && parsed.data !== undefined ? { [key]: parsed.data } : {};
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}
