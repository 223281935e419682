import { z } from 'zod';

/** What is wrong with a central system. The window has one text per code, in each language. */
const SYSTEM_PROBLEMS = [
  'unreachable',
  'silent',
  'busy',
  'failing',
  /** `secret` was never kept on this PC. */
  'noSecret',
  'unauthorized',
  'unreadable',
] as const;

export const SystemProblem = z.strictObject({
  code: z.enum(SYSTEM_PROBLEMS),
  /** Name of the secret that is missing. */
  secret: z.string().optional(),
});
export type SystemProblem = z.output<typeof SystemProblem>;
