import { readFile } from 'node:fs/promises';

/** The municipality's theme, or nothing when there is none or it can't be read: the application's own look stays. */
export async function readTheme(file: string | null): Promise<string> {
  if (file === null) return '';
  try {
    return await readFile(file, 'utf8');
  } catch {
    return '';
  }
}
