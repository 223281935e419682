import { readFileSync } from 'node:fs';
import { problemLine, schemaProblems } from '../../../shared/lib/schema-problems.ts';
import { Config } from './config-schema.ts';
import { contradictionsIn } from './contradictions.ts';

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
    return {
      ok: false,
      problems: [problemLine(file, `is niet te lezen (${code})`, 'een bestand dat Waarmee mag lezen')],
    };
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
    return { ok: false, problems: [problemLine('het bestand', placeOf(error, text), 'geldige JSON')] };
  }
  const parsed = Config.safeParse(raw);
  if (!parsed.success) return { ok: false, problems: schemaProblems(Config, parsed.error.issues, raw) };
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
  if (position === undefined) return 'houdt te vroeg op of is leeg';
  return `fout op regel ${text.slice(0, Number(position)).split('\n').length}`;
}
