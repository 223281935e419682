import { readFileSync } from 'node:fs';
import { Config } from './config-schema.ts';
import { configProblems } from './config-problems.ts';

/** A configuration, or every problem of the file as a line that names key, value and what is expected. */
export type LoadedConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Reads the configuration of a workstation. Keys that start with `//` are remarks and are left out. Never throws and
 * never names the value of a secret.
 */
export function loadConfig(file: string): LoadedConfig {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return { ok: false, problems: [`${file}: can not be read (${code})`] };
  }
  return parseConfig(text);
}

/** The same, for the text of a configuration file. */
export function parseConfig(text: string): LoadedConfig {
  let raw: unknown;
  try {
    // A byte order mark is what Windows' Notepad may put in front.
    raw = withoutRemarks(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    return { ok: false, problems: [`the file is not JSON: ${placeOf(error, text)}`] };
  }
  const parsed = Config.safeParse(raw);
  if (!parsed.success) return { ok: false, problems: configProblems(Config, parsed.error.issues, raw) };
  const contradictions = contradictionsIn(parsed.data);
  return contradictions.length > 0
    ? { ok: false, problems: contradictions }
    : { ok: true, config: parsed.data };
}

function withoutRemarks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutRemarks);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !key.startsWith('//'))
      .map(([key, part]) => [key, withoutRemarks(part)]),
  );
}

/** The line of a syntax error; the parser's own words would quote the file, which may hold a secret by mistake. */
function placeOf(error: unknown, text: string): string {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  if (position === undefined) return 'it ends too early, or is empty';
  return `see line ${text.slice(0, Number(position)).split('\n').length}`;
}

/** What each key allows by itself but not together. */
function contradictionsIn(config: Config): string[] {
  const letters = config.hall.groups.map(({ letter }) => letter);
  const buttons = config.hall.groups.flatMap(({ button }) => (button === undefined ? [] : [button]));
  const roles = config.devices.map(({ role }) => role);
  return [
    ...repeated(letters).map((letter) => `hall.groups: ${letter} — expected each letter once`),
    ...repeated(buttons).map((button) => `hall.groups: button ${button} — expected each button once`),
    ...repeated(roles).map((role) => `devices: ${role} — expected each role once`),
  ];
}

function repeated<T>(values: readonly T[]): T[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
