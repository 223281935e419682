import { readFile } from 'node:fs/promises';
import path from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.mp3': 'audio/mpeg',
  '.wasm': 'application/wasm',
  '.data': 'application/octet-stream',
  '.binarypb': 'application/octet-stream',
};

export interface StaticFile {
  readonly body: Buffer<ArrayBuffer>;
  readonly type: string;
  /** Built assets carry a hash in their name and may be kept for ever; pages may not be kept at all. */
  readonly cacheControl: string;
}

/**
 * The file below `root` that a URL path (still percent-encoded, starting with a slash) names, or null when the path is
 * anything but a plain way down: no dot segments, backslashes, colons, NUL or broken encoding, encoded or not.
 */
export function resolveInside(root: string, urlPath: string): string | null {
  if (!urlPath.startsWith('/')) return null;
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  const segments = decoded.slice(1).split('/');
  // A name may hold no control character, and no % that a second decoding would turn into something else.
  if (segments.some((segment) => !/^[\w@ .~-]+$/u.test(segment) || /^\.+$/.test(segment))) return null;
  const base = path.resolve(root);
  const file = path.join(base, ...segments);
  return file.startsWith(base + path.sep) ? file : null;
}

/** The file behind a URL path, or null when it is outside `root`, unknown or of a kind that is not served. */
export async function readStatic(root: string, urlPath: string): Promise<StaticFile | null> {
  const file = resolveInside(root, urlPath);
  const type = file === null ? undefined : TYPES[path.extname(file).toLowerCase()];
  if (file === null || type === undefined) return null;
  try {
    const body = await readFile(file);
    const cacheControl = urlPath.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store';
    return { body, type, cacheControl };
  } catch {
    return null;
  }
}
