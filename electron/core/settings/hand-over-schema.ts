import { z } from 'zod';

/** One department, group or colleague to whom the counter hands over. */
export const HandOverTargets = z
  .array(
    z.strictObject({
      kind: z.enum(['afdeling', 'groep', 'medewerker']),
      /** As Klantinteracties knows it: identificatie of the department or group, e-mail or login name of the colleague. */
      id: z.string().min(1).max(60),
      name: z.string().min(1).max(200),
      workingDays: z.int().min(0).max(60).default(2),
      questions: z.array(z.string().min(1).max(100)).max(5).default([]),
    }),
  )
  .max(50)
  .default([]);
export type HandOverTargets = z.infer<typeof HandOverTargets>;
