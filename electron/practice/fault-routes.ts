import { setTimeout as delay } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { Hono, type MiddlewareHandler } from 'hono';
import { type Fate, type Faults, type FaultSettings, PRACTICE_APIS, type PracticeApi } from './faults.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { Problem, problemBody } from './problem.ts';

/** Lets every request to one registry meet its fate. */
export function faultGate(api: PracticeApi, faults: Faults): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (c, next) => {
    const fate: Fate = faults.fate(api);
    if (fate === 'down') {
      c.env.incoming.socket.destroy();
      return c.body(null, 503);
    }
    const { latencyMs } = faults.settings(api);
    if (latencyMs > 0) await delay(latencyMs);
    if (fate === 'error') {
      const problem = problemBody(
        new Problem(503, 'service_unavailable', 'Tijdelijk niet beschikbaar', 'Oefenstoring'),
      );
      return c.body(JSON.stringify(problem), 503, { 'Content-Type': 'application/problem+json' });
    }
    await next();
    if (fate === 'drop') c.env.incoming.socket.destroy();
    return undefined;
  };
}

/** `POST /practice/faults {api, clear?, seed?, ...settings}` with the practice token; answers all settings. */
export function faultRoutes(faults: Faults, token: string): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    if (c.req.header('Authorization') !== `Practice ${token}`)
      return c.json({ reason: 'practice token required' }, 403);
    return next();
  });
  app.post('/faults', async (c) => {
    const body = (await c.req.json().catch(() => null)) as Json;
    const reason = isObject(body) ? apply(faults, body) : 'a JSON object is required';
    if (reason !== undefined) return c.json({ reason }, 400);
    return c.json(Object.fromEntries(PRACTICE_APIS.map((api) => [api, faults.settings(api)])));
  });
  return app;
}

const SETTING_TYPES: Readonly<Record<keyof FaultSettings, 'number' | 'boolean'>> = {
  latencyMs: 'number',
  errorRate: 'number',
  dropRate: 'number',
  dropNext: 'number',
  down: 'boolean',
};

function apply(faults: Faults, body: JsonObject): string | undefined {
  const { api = 'all', clear = false, seed = 1, ...settings } = body;
  const known = api === 'all' ? 'all' : PRACTICE_APIS.find((each) => each === api);
  if (known === undefined) return `api: must be all or one of ${PRACTICE_APIS.join(', ')}`;
  for (const [name, value] of Object.entries(settings)) {
    const type = Object.entries(SETTING_TYPES).find(([known]) => known === name)?.[1];
    if (type === undefined) return `${name}: unknown setting`;
    if (typeof value !== type) return `${name}: must be a ${type}`;
  }
  if (clear === true) faults.clear(typeof seed === 'number' ? seed : 1);
  try {
    faults.set(known, settings);
    return undefined;
  } catch (error) {
    return error instanceof RangeError ? error.message : 'refused';
  }
}
