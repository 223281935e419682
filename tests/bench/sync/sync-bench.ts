import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { benchCommitBeside } from './commit-beside.ts';
import { benchDrain } from './drain.ts';
import { benchMemory } from './memory.ts';
import { startCaseSystem } from './start-case-system.ts';

/** The pump to the central systems: its speed, what it costs a clerk who works meanwhile, and its memory. */
const folder = mkdtempSync(path.join(process.env['BENCH_DIR'] ?? tmpdir(), 'waarmee-sync-'));
const central = await startCaseSystem();
try {
  await benchDrain(path.join(folder, 'drain'), central);
  await benchCommitBeside(path.join(folder, 'commit'), central);
  benchMemory(path.join(folder, 'memory'));
} finally {
  central.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
