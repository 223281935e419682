import path from 'node:path';

/** What decides where files live; passed in so that each system can be tested on each. */
export interface PlaceFacts {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** Where the configuration of this workstation is looked for when no place is given. */
export function defaultConfigFile({ platform, env, home }: PlaceFacts): string {
  if (platform === 'win32')
    return path.win32.join(env['PROGRAMDATA'] ?? 'C:\\ProgramData', 'Waarmee', 'config.json');
  if (platform === 'darwin') return '/Library/Application Support/Waarmee/config.json';
  return path.posix.join(
    absolute(env['XDG_CONFIG_HOME']) ?? path.posix.join(home, '.config'),
    'waarmee',
    'config.json',
  );
}

/** Where the data of this workstation lives when no place is given. */
export function defaultDataDir({ platform, env, home }: PlaceFacts): string {
  if (platform === 'win32')
    return path.win32.join(env['LOCALAPPDATA'] ?? path.win32.join(home, 'AppData', 'Local'), 'Waarmee');
  if (platform === 'darwin') return path.posix.join(home, 'Library', 'Application Support', 'Waarmee');
  return path.posix.join(
    absolute(env['XDG_DATA_HOME']) ?? path.posix.join(home, '.local', 'share'),
    'waarmee',
  );
}

/** Practice keeps to a folder of its own below the data, so that its visits can never mix with real ones. */
export function practiceDataDir(dataDir: string): string {
  return path.join(dataDir, 'oefenen');
}

// XDG Base Directory Specification: a path that is not absolute is to be ignored.
function absolute(folder: string | undefined): string | undefined {
  return folder !== undefined && path.posix.isAbsolute(folder) ? folder : undefined;
}
