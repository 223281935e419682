import { z } from 'zod';
import { CommandId, call, Done, Instant, Nothing } from './call.ts';
import { DriverCard, FoundDevice } from './device-discovery.ts';
import { DeviceErrorReason } from './device-error.ts';
import { DeviceBinding, DeviceRole } from './device-protocol.ts';

/** A role with its device, and who said so. */
export const BoundDevice = z.strictObject({
  binding: DeviceBinding,
  /** The configuration of IT, or this workstation's own settings, which go first. */
  source: z.enum(['configuration', 'workstation']),
  /** The configuration has a device for this role too, which does not count now. */
  replaces: z.boolean(),
});
export type BoundDevice = z.infer<typeof BoundDevice>;

/** How the process in which all devices live is doing. */
export const DeviceProcess = z.strictObject({
  running: z.boolean(),
  /** How often it ended by itself since the start. */
  ended: z.int(),
  lastEnd: z.strictObject({ at: Instant, why: z.string() }).nullable(),
});
export type DeviceProcess = z.infer<typeof DeviceProcess>;

/** The calls with which IT sets up and examines devices. */
export const deviceSetupCalls = {
  /** What is bound, what is plugged in and which drivers there are; `found` is null while the device process is away. */
  'devices.setup': call('devices.setup', {
    audience: ['counter'],
    access: 'administrator',
    input: Nothing,
    output: z.strictObject({
      bound: z.array(BoundDevice),
      found: z.array(FoundDevice).nullable(),
      drivers: z.array(DriverCard),
      process: DeviceProcess,
    }),
  }),
  /** Talks to a device as if it were bound; changes nothing. */
  'devices.try': call('devices.try', {
    audience: ['counter'],
    access: 'administrator',
    input: z.strictObject({ binding: DeviceBinding }),
    output: z.strictObject({
      ok: z.boolean(),
      identity: z.string().nullable(),
      reason: DeviceErrorReason.nullable(),
      detail: z.string(),
    }),
  }),
  /** Keeps a device for a role in this workstation's own settings, before the configuration. */
  'devices.bind': call('devices.bind', {
    audience: ['counter'],
    access: 'administrator',
    input: z.strictObject({ commandId: CommandId, binding: DeviceBinding }),
    output: Done,
  }),
  /** Forgets what was bound here for a role: the configuration counts again. */
  'devices.unbind': call('devices.unbind', {
    audience: ['counter'],
    access: 'administrator',
    input: z.strictObject({ commandId: CommandId, role: DeviceRole }),
    output: Done,
  }),
  /** Writes what passed over the lines of a device, redacted, to a file in the data folder. */
  'devices.saveTrace': call('devices.saveTrace', {
    audience: ['counter'],
    access: 'administrator',
    input: z.strictObject({ commandId: CommandId, role: DeviceRole }),
    output: z.strictObject({ file: z.string(), lines: z.int() }),
  }),
};
