import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { systemClock } from '../../../drivers/clock.ts';
import { DeviceFault, type Endpoint } from '../../../drivers/driver.ts';
import { openTransport } from '../../../drivers/transport/open.ts';
import { createGadget, settleUdev, startUdev } from '../gadget.ts';
import { eventually, limits, type Step } from '../step.ts';

const RULES = path.resolve(import.meta.dirname, '../../../resources/udev');
const SOMEBODY = 12_345;

/** How opening ends for somebody who is not root, in this group or in none. */
async function openAs(group: number | undefined, endpoint: Endpoint): Promise<string> {
  const groups = process.getgroups?.() ?? [];
  process.setgroups?.(group === undefined ? [] : [group]);
  process.setegid?.(SOMEBODY);
  process.seteuid?.(SOMEBODY);
  try {
    const transport = await openTransport(endpoint, systemClock, limits());
    await transport.close();
    return 'opened';
  } catch (error) {
    return error instanceof DeviceFault ? `${error.reason} ${error.message}` : String(error);
  } finally {
    process.seteuid?.(0);
    process.setegid?.(0);
    process.setgroups?.(groups);
  }
}

function groupId(name: string): number {
  const line = readFileSync('/etc/group', 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`${name}:`));
  assert.ok(line, `the group ${name} is missing`);
  return Number(line.split(':')[2]);
}

async function plugged(options: Parameters<typeof createGadget>[0], file: string, run: () => Promise<void>) {
  startUdev(RULES);
  const gadget = createGadget(options);
  gadget.plug();
  try {
    await eventually(file, () => statSync(file, { throwIfNoEntry: false }));
    settleUdev();
    await run();
  } finally {
    gadget.unplug();
    gadget.remove();
  }
}

export const rightsSteps: readonly Step[] = [
  {
    name: 'rights: our udev rules let the group dialout open a reader, and nobody else',
    run: () =>
      plugged(
        { vendorId: '2b78', productId: '0005', serial: 'EL-1', function: 'acm' },
        '/dev/ttyACM0',
        async () => {
          const endpoint = { kind: 'serial', path: '/dev/ttyACM0', baudRate: 9600 } as const;
          assert.match(await openAs(undefined, endpoint), /^noPermission /);
          assert.equal(await openAs(groupId('dialout'), endpoint), 'opened');
        },
      ),
  },
  {
    name: 'rights: our udev rules give a signature pad to whoever sits at the screen, and to nobody else',
    run: () =>
      plugged(
        { vendorId: '056a', productId: '00a8', serial: 'STU-1', function: 'hid' },
        '/dev/hidraw0',
        async () => {
          const endpoint = { kind: 'hid', path: '/dev/hidraw0' } as const;
          assert.match(await openAs(undefined, endpoint), /^noPermission /);
          assert.equal(statSync('/dev/hidraw0').mode & 0o777, 0o660);
          const entry = `c${deviceNumber('/dev/hidraw0')}`;
          assert.match(readFileSync(`/run/udev/data/${entry}`, 'utf8'), /^G:uaccess$/m);
        },
      ),
  },
];

/** Major and minor, as udev names its records. */
function deviceNumber(file: string): string {
  const { rdev } = statSync(file);
  return `${(rdev >> 8) & 0xfff}:${(rdev & 0xff) | ((rdev >> 12) & 0xfff00)}`;
}
