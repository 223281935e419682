import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

export interface SourceFile {
  /** Path from the top of the project, with forward slashes. */
  readonly name: string;
  readonly text: string;
  readonly lines: number;
  /** Module specifiers; relative ones resolved to a path from the top. `type` when only types are taken. */
  readonly imports: readonly { readonly to: string; readonly type: boolean }[];
}

const IMPORT = /^\s*(?:import|export)\s+(?:(type)\s+)?(?:[^'"();]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
const REFERENCE = /\bnew URL\(\s*['"](\.[^'"]+\.ts)['"]/g;

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((entry) => {
    const full = path.join(folder, entry);
    if (entry === 'node_modules' || entry === 'generated') return [];
    return statSync(full).isDirectory() ? walk(full) : [full];
  });
}

function resolved(file: string, specifier: string): string {
  return specifier.startsWith('.')
    ? path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier))
    : specifier;
}

/** Only types: `import type x`, or braces in which every name says `type`. */
function takesTypesOnly(statement: string, typeKeyword: string | undefined): boolean {
  if (typeKeyword) return true;
  const braces = /^\s*(?:import|export)\s*\{([^}]*)\}/.exec(statement);
  const names =
    braces?.[1]
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean) ?? [];
  return names.length > 0 && names.every((name) => name.startsWith('type '));
}

/** The module specifiers of a source text, static, dynamic, and worker references. */
export function importsOf(file: string, text: string): SourceFile['imports'] {
  const statics = [...text.matchAll(IMPORT)].map((match) => ({
    to: resolved(file, match[2] ?? ''),
    type: takesTypesOnly(match[0], match[1]),
  }));
  const others = [...text.matchAll(DYNAMIC), ...text.matchAll(REFERENCE)].map((match) => ({
    to: resolved(file, match[1] ?? ''),
    type: false,
  }));
  return [...statics, ...others];
}

/** Every hand-written source file under the given top folders. */
export function sourceFiles(...folders: readonly string[]): SourceFile[] {
  return folders
    .flatMap((folder) => walk(path.join(root, folder)))
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
    .map((file) => {
      const name = path.relative(root, file).split(path.sep).join('/');
      const text = readFileSync(file, 'utf8');
      return { name, text, lines: text.split('\n').length - 1, imports: importsOf(name, text) };
    });
}
