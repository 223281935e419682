import { z } from 'zod';

/** Why a device cannot do what is asked; the names of UnifiedPOS, with `inUse` and `noPermission` beside them. */
export const DeviceErrorReason = z.enum([
  'noService',
  'disabled',
  'illegal',
  'noHardware',
  'closed',
  'offline',
  'failure',
  'timeout',
  'busy',
  'inUse',
  'noPermission',
]);
export type DeviceErrorReason = z.infer<typeof DeviceErrorReason>;
