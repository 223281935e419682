import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { quantile, report, reportGoal } from '../figures.ts';
import { idleCpuPercent } from './idle-cpu.ts';
import { padUpload } from './pad-upload.ts';
import { bareTimes, openBenchReader, ourTimes } from './one-way.ts';

/**
 * One-way time of a message of 300 bytes, from the simulated reader to the event in the core, the device process in
 * between, against bare serialport on the same pseudo-terminal, by turns; and what the device process costs while six
 * devices have nothing to do; and how near the upload of a picture to an STU pad comes to what its wire lets through.
 */
const ROUNDS = Number(process.env['ROUNDS'] ?? 3);
const MESSAGES = Number(process.env['MESSAGES'] ?? 500);
const IDLE_SECONDS = Number(process.env['IDLE_SECONDS'] ?? 20);
const folder = mkdtempSync(path.join(tmpdir(), 'waarmee-devices-'));

try {
  const reader = await openBenchReader(path.join(folder, 'reader'));
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(...(await ourTimes(reader, MESSAGES)));
    bare.push(...(await bareTimes(reader, MESSAGES)));
  }
  await reader.stop();
  report({
    bench: 'devices',
    figure: 'one_way_ms',
    ours: quantile(ours, 0.5),
    bare: quantile(bare, 0.5),
    runs: ours.length,
  });
  const percent = await idleCpuPercent(folder, IDLE_SECONDS);
  reportGoal({ bench: 'devices', figure: 'idle_cpu_percent', ours: percent, goal: 1, runs: IDLE_SECONDS });
  const { ours: bytes, limit, blocks } = await padUpload();
  report({ bench: 'devices', figure: 'pad_upload_bytes_per_s', ours: bytes, bare: limit, runs: blocks });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
