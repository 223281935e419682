// `npm test` on a fresh clone: installs what is missing, checks, runs every test, and ends with `N passed, N failed`.
// Runs on Node 20 without node_modules; everything after the install runs on the pinned Node.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { mustInstall } from '../electron/launch-checks.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const pinned = path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node');

const SYSTEM_PACKAGES = [
  {
    name: 'chromium',
    present: () =>
      ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].some(existsSync),
  },
  { name: 'socat', present: () => existsSync('/usr/bin/socat') },
  { name: 'libusb-1.0-0', present: () => findLibrary('libusb-1.0.so.0') },
  { name: 'postgresql', present: () => existsSync('/usr/lib/postgresql') },
];

/** The same Chromium without a window of its own: the browser tests take a fifth less. Not every system offers it. */
const WINDOWLESS = { name: 'chromium-headless-shell', file: '/usr/bin/chromium-headless-shell' };

function findLibrary(name) {
  return ['/usr/lib', '/lib'].some((base) => {
    try {
      return readdirSync(base, { recursive: false }).some(
        (entry) =>
          entry === name ||
          (/^(x86_64|aarch64)-linux-gnu$/.test(entry) && existsSync(path.join(base, entry, name))),
      );
    } catch {
      return false;
    }
  });
}

function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options }).status ?? 1;
}

function installPackages() {
  if (!mustInstall(root)) return true;
  console.log('Installing packages with npm ci');
  return run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']) === 0;
}

function installSystemPackages() {
  const missing = SYSTEM_PACKAGES.filter(({ present }) => !present()).map(({ name }) => name);
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  const install = (names) =>
    `apt-get update && apt-get install -y --no-install-recommends ${names.join(' ')}`;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if (missing.length > 0 && !mayInstall) {
    console.error(
      `The tests need: ${missing.join(', ')}. Install them with:\n  sudo sh -c '${install(missing)}'`,
    );
    return false;
  }
  if (missing.length > 0) {
    console.log(`Installing with apt: ${missing.join(', ')}`);
    if (run('sh', ['-c', `${install(missing)} >/dev/null`], { env }) !== 0) return false;
  }
  if (mayInstall && !existsSync(WINDOWLESS.file))
    run('sh', ['-c', `${install([WINDOWLESS.name])} >/dev/null 2>&1`], { env, timeout: 120_000 });
  return true;
}

/** Counts out of a JSON report; a run that wrote no report failed as a whole. */
function counts(file, read) {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function main() {
  if (!installPackages() || !installSystemPackages()) return { passed: 0, failed: 1 };
  const node = existsSync(pinned) ? pinned : process.execPath;
  const reports = mkdtempSync(path.join(tmpdir(), 'waarmee-reports-'));
  const total = { passed: 0, failed: 0 };
  const add = (title, status, part) => {
    total.passed += part.passed;
    total.failed += status !== 0 && part.failed === 0 ? 1 : part.failed;
    console.log(
      `${title}: ${part.passed} passed, ${part.failed} failed${status === 0 ? '' : ` (exit ${status})`}`,
    );
  };
  try {
    const checked = run(node, ['tests/check.mjs']);
    add('check', checked, { passed: checked === 0 ? 1 : 0, failed: checked === 0 ? 0 : 1 });

    const built = run(node, [
      'node_modules/electron-vite/bin/electron-vite.js',
      'build',
      '--logLevel',
      'warn',
    ]);
    add('build', built, { passed: built === 0 ? 1 : 0, failed: built === 0 ? 0 : 1 });

    const unitReport = path.join(reports, 'unit.json');
    // In a log file colours are noise.
    const plain = process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1' };
    const unit = run(
      node,
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--reporter=dot',
        '--reporter=json',
        `--outputFile.json=${unitReport}`,
      ],
      { env: plain },
    );
    add(
      'unit and integration',
      unit,
      counts(unitReport, (r) => ({
        passed: r.numPassedTests,
        failed: r.numFailedTests + (r.numFailedTestSuites > 0 && r.numFailedTests === 0 ? 1 : 0),
      })),
    );

    const devices = spawnSync(node, ['tests/guest/run.mjs'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    process.stdout.write(devices.stdout);
    const [, passed, failed] = /^(\d+) passed, (\d+) failed/m.exec(devices.stdout) ?? [];
    add('kernel devices', devices.status ?? 1, { passed: Number(passed ?? 0), failed: Number(failed ?? 1) });

    const e2eReport = path.join(reports, 'e2e.json');
    const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: e2eReport };
    const e2e = run(node, ['node_modules/playwright/cli.js', 'test', '--reporter=list,json'], { env });
    add(
      'end to end',
      e2e,
      counts(e2eReport, (r) => ({ passed: r.stats.expected, failed: r.stats.unexpected + r.stats.flaky })),
    );
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
  return total;
}

const { passed, failed } = main();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
