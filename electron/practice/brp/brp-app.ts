import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { dutchDay } from '../dates.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import type { InvalidParam } from '../problem.ts';
import { selectFields } from './field-selection.ts';
import { personFromGba } from './person-from-gba.ts';
import type { Persons } from './persons.ts';
import { type Question, readQuestion } from './query-rules.ts';
import { searchPersons } from './search-persons.ts';

const RFC = 'https://datatracker.ietf.org/doc/html/rfc7231';

/** The BRP API Personen 2.7 over the test persons; `X-API-KEY` as municipal gateways ask it. */
export function brpApp(persons: Persons, apiKey: string, clock: { now(): Date }): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('API-Version', '2.7.0');
    c.header('Date', clock.now().toUTCString());
  });
  app.use(async (c, next) => {
    if (c.req.header('X-API-KEY') !== apiKey)
      return fault(c, 401, 'authentication', 'Niet correct geauthenticeerd.', 'section-3.1');
    return next();
  });
  app.post('/personen', async (c) => {
    const body = (await c.req.json().catch(() => null)) as Json;
    if (!isObject(body)) return fault(c, 400, 'json', 'Request body is geen valide JSON.', 'section-6.5.1');
    const question = readQuestion(body);
    if (!('parameters' in question)) return refused(c, question);
    const found = searchPersons(persons.all, question.parameters);
    if (found.length > question.max) return tooMany(c, question);
    const today = dutchDay(clock.now());
    const personen = found.map((gba) =>
      selectFields(personFromGba(gba, persons.find, today), question.fields),
    );
    return c.body(JSON.stringify({ type: question.type, personen }), 200, {
      'Content-Type': 'application/json; charset=utf-8',
    });
  });
  return app;
}

function refused(c: Context, params: readonly InvalidParam[]): Response {
  const names = [...new Set(params.map((param) => param.name))].join(', ');
  const detail = `De foutieve parameter(s) zijn ${names}.`;
  return fault(c, 400, 'paramsValidation', 'Een of meerdere parameters zijn niet correct.', 'section-6.5.1', {
    ...(detail.length <= 200 && { detail }),
    invalidParams: params.map((param) => ({ ...param })),
  });
}

function tooMany(c: Context, question: Question): Response {
  return fault(c, 400, 'tooManyResults', 'Teveel zoekresultaten.', 'section-6.5.1', {
    detail: `Meer dan maximum van ${question.max} gevonden personen.`,
  });
}

function fault(
  c: Context,
  status: number,
  code: string,
  title: string,
  section: string,
  more: JsonObject = {},
): Response {
  const body = {
    type: `${RFC}#${section}`,
    title,
    status,
    code,
    instance: `urn:uuid:${randomUUID()}`,
    ...more,
  };
  return c.body(JSON.stringify(body), status as ContentfulStatusCode, {
    'Content-Type': 'application/problem+json',
  });
}
