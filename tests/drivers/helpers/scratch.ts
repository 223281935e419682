import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execFileSync } from 'node:child_process';

/** A path for a pseudo-terminal in a folder of its own; fails with a clear message when socat is missing. */
export function scratchLink(): { readonly link: string; readonly remove: () => void } {
  try {
    execFileSync('socat', ['-V'], { stdio: 'ignore' });
  } catch {
    throw new Error('these tests need socat (Debian/Ubuntu: sudo apt-get install socat)');
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'waarmee-'));
  return { link: path.join(folder, 'port'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
