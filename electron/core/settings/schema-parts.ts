import { z } from 'zod';

/** Parts that several sections of the configuration share. */

export const SecretName = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/)
  .describe('de naam van een geheim (kleine letters, cijfers, streepjes), nooit het geheim zelf');

/** An address of this PC alone: 127.0.0.0/8 or ::1. */
export function isLoopbackAddress(address: string): boolean {
  return address === '::1' || /^127(\.\d+){3}$/.test(address);
}
