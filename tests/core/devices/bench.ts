import path from 'node:path';
import { onTestFinished } from 'vitest';
import { createDevices } from '../../../electron/core/devices/index.ts';
import { equipmentOf } from '../../../electron/core/devices/equipment.ts';
import { createEvents } from '../../../electron/core/events.ts';
import type { CallContext } from '../../../electron/core/handlers.ts';
import { createHall } from '../../../electron/core/hall/index.ts';
import { Config } from '../../../electron/core/settings/config-schema.ts';
import type { DeviceRole } from '../../../shared/contract/device-protocol.ts';
import type { CallOutput } from '../../../shared/contract/index.ts';
import type { Result } from '../../../shared/lib/result.ts';
import { createTestClock, type TestClock } from '../../helpers/clock.ts';
import { createTestIds } from '../../helpers/ids.ts';
import { createTestLog } from '../../helpers/log.ts';
import { createLocalDevices } from '../../helpers/local-devices.ts';
import { openTestStore, testFolder } from '../../helpers/store.ts';
import { hallConfig } from '../hall/config.ts';
import { createFakeLink, type FakeLink } from './fake-link.ts';

const ROLES: readonly DeviceRole[] = ['receipt-printer', 'ticket-dispenser', 'document-reader'];

interface Setup {
  /** An earlier run's file: the program was started again. */
  readonly file?: string;
  readonly clock?: TestClock;
  readonly link?: FakeLink;
  /** Tells ids of a later run from those of the first. */
  readonly run?: number;
  readonly bound?: readonly DeviceRole[];
  readonly logoFile?: string | null;
  readonly cashDrawer?: Config['cashDrawer'];
  /** Of every group. */
  readonly dailyMaximum?: number;
}

/** Hall and devices on a real store, with a device process under the test's control. */
export function openDevices({
  file,
  clock = createTestClock(),
  link = createFakeLink(),
  run = 0,
  bound = ROLES,
  logoFile = null,
  cashDrawer = 'none',
  dailyMaximum,
}: Setup = {}) {
  const store = openTestStore({ clock, ...(file !== undefined && { file }) });
  const bindings = bound.map((role) => ({ role, driver: 'test', endpoints: {} }));
  const base = hallConfig({ devices: bindings.map((one) => ({ ...one, settings: {} })), cashDrawer });
  const groups = base.hall.groups.map((group) => ({ ...group, dailyMaximum }));
  const config = Config.parse({ ...base, hall: { ...base.hall, groups } });
  const counted = createTestIds(`run ${run}`);
  const ids = { uuid: counted.uuid, ulid: () => counted.ulid().replace('01KAR', `01KB${run}`) };
  const log = createTestLog();
  const events = createEvents(store.afterCommit);
  const local = createLocalDevices();
  const published: string[] = [];
  events.subscribe((message) => void published.push(message.name));
  const hall = createHall({ store, clock, ids, log, config, events, equipment: equipmentOf(link) });
  const devices = createDevices({
    store,
    clock,
    ids,
    log,
    events,
    link,
    config,
    local,
    traceDir: path.join(testFolder(), 'traces'),
    issue: hall.selfService.issue,
    onRoll: hall.paperRoll.isInUse,
    logoFile,
  });
  const audited: string[] = [];
  const context: CallContext = {
    caller: { audience: 'counter', client: 'venster', counter: 1 },
    staff: { staffId: 'medewerker-1', loginName: 'balie', name: 'Balie', role: 'clerk', active: true },
    at: clock.now(),
    audit: (action, type, id, detail = '') => void audited.push(`${action} ${type} ${id} ${detail}`),
  };
  const stop = async () => {
    devices.stop();
    await hall.stop();
    await store.close();
  };
  onTestFinished(stop);
  return { store, local, clock, link, log, hall, devices, published, context, audited, stop, ids, config };
}

export type DevicesUnderTest = ReturnType<typeof openDevices>;

/** What the clerk sees. */
export async function list({ devices, context }: DevicesUnderTest): Promise<CallOutput<'devices.list'>> {
  const answer = await devices.handlers['devices.list'].run({}, context);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

/** The clerk's answer about a paper, in one store transaction as dispatch does it. */
export function settle(
  { devices, context, store, ids }: DevicesUnderTest,
  jobId: string,
  answer: 'printed' | 'printAgain' | 'drop',
): Result<unknown> {
  const handler = devices.handlers['devices.settlePrint'];
  if (handler.kind !== 'atomic') throw new Error('not atomic');
  return store.atomically(() => handler.run({ commandId: ids.uuid(), jobId, answer }, context));
}

/** A receipt with one line. */
export const receipt = {
  role: 'receipt-printer',
  kind: 'receipt',
  label: 'B1-20261123-0001',
  document: { blocks: [{ kind: 'text', text: 'Bon', align: 'left', bold: false, size: 1 }] },
} as const;

/** The same for a `print` call, which wants its own arrays. */
export function aReceipt(label: string = receipt.label) {
  return { ...receipt, label, document: { blocks: [...receipt.document.blocks] } };
}

/** The document of a job as it stands in the store, or null when it was wiped. */
export function keptDocument({ store }: DevicesUnderTest, jobId: string): unknown {
  return store.db.prepare('SELECT document FROM print_job WHERE job_id = ?').pluck().get(jobId);
}
