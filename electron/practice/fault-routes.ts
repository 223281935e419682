import { Hono } from 'hono';
import { z } from 'zod';
import { type Faults, FaultSettings, PRACTICE_APIS } from './faults.ts';

const Change = FaultSettings.partial().extend({
  api: z.enum(['all', ...PRACTICE_APIS]).default('all'),
  /** First ends all faults. */
  clear: z.boolean().default(false),
  seed: z.int().min(0).optional(),
});

/** `POST /practice/faults {api, clear?, seed?, ...settings}` with the practice token; answers all settings. */
export function faultRoutes(faults: Faults, token: string): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    if (c.req.header('Authorization') !== `Practice ${token}`)
      return c.json({ reason: 'practice token required' }, 403);
    return next();
  });
  app.post('/faults', async (c) => {
    const change = Change.safeParse(await c.req.json().catch(() => null));
    if (!change.success) {
      const [flaw] = change.error.issues;
      return c.json({ reason: `${flaw?.path.join('.') || 'body'}: ${flaw?.message ?? ''}` }, 400);
    }
    const { api, clear, seed, ...settings } = change.data;
    if (clear) faults.clear(seed);
    // JSON knows no undefined: what is not there was left out.
    faults.set(api, settings as Partial<FaultSettings>);
    return c.json(Object.fromEntries(PRACTICE_APIS.map((each) => [each, faults.settings(each)])));
  });
  return app;
}
