import { z } from 'zod';
import { type Answer, type CentralSystem, failed } from './central-error.ts';
import type { HttpAnswer, HttpClient, HttpRequest } from './http-client.ts';
import { parseJson } from './http-failure.ts';

/** Calls to one API that speaks JSON; its answers are checked, unknown fields ignored. */
export interface JsonApi {
  readonly system: CentralSystem;
  get<T>(path: string, schema: z.ZodType<T>, options?: CallOptions): Promise<Answer<T>>;
  post<T>(
    path: string,
    body: object | Buffer,
    schema: z.ZodType<T>,
    options?: PostOptions<T>,
  ): Promise<Answer<T>>;
  /** PUT of a form (multipart/form-data, RFC 7578). */
  putForm<T>(path: string, form: FormData, schema: z.ZodType<T>): Promise<Answer<T>>;
  patch<T>(path: string, body: object, schema: z.ZodType<T>, options?: CallOptions): Promise<Answer<T>>;
  /** GET with If-None-Match: `null` when the resource is as it was. */
  getIfChanged<T>(
    path: string,
    schema: z.ZodType<T>,
    etag: string | null,
    options?: CallOptions,
  ): Promise<Answer<{ readonly value: T; readonly etag: string | null } | null>>;
}

export interface CallOptions {
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface PostOptions<T> extends CallOptions {
  /** The address of a new thing in the answer, where it is not the `url` or `uuid` of the answer itself. */
  readonly made?: (value: T) => string;
}

export interface JsonApiDeps {
  readonly http: HttpClient;
  readonly system: CentralSystem;
  /** Address of the API without a slash at the end, such as `https://zaken.gemeente.nl/zaken/api/v1`. */
  readonly base: string;
  /** The headers that let us in; made for every call. Undefined when there is no secret to make them from. */
  readonly authorize: () => Readonly<Record<string, string>> | undefined;
  /** After this refusal the same call is made once more, with new headers. */
  readonly repeatAfter?: (code: string | undefined) => boolean;
}

/** What was made, in the answer to a POST: ZGW tells its address, Klantinteracties its id too. */
const Made = z
  .object({ url: z.string().optional(), uuid: z.string().optional() })
  .refine(({ url, uuid }) => url ?? uuid);

function madeOf(value: unknown): string | undefined {
  const { data } = Made.safeParse(value);
  return data?.url ?? data?.uuid;
}

/** See `JsonApi`. */
export function createJsonApi({ http, system, base, authorize, repeatAfter }: JsonApiDeps): JsonApi {
  const once = async (
    request: Omit<HttpRequest, 'system' | 'headers'>,
    headers: object,
  ): Promise<Answer<HttpAnswer>> => {
    const access = authorize();
    if (access === undefined) return failed({ kind: 'unauthorized', system, code: 'no-secret' });
    return http.send({ ...request, system, headers: { accept: 'application/json', ...access, ...headers } });
  };
  const call = async (
    method: HttpRequest['method'],
    path: string,
    { query = {}, headers = {} }: CallOptions,
    body?: string | Buffer,
  ): Promise<Answer<HttpAnswer>> => {
    const search = new URLSearchParams(query).toString();
    const request = {
      method,
      url: `${base.replace(/\/+$/, '')}${path}${search === '' ? '' : `?${search}`}`,
      ...(body !== undefined && { body }),
    };
    const all = body === undefined ? headers : { 'content-type': 'application/json', ...headers };
    const answer = await once(request, all);
    const again =
      !answer.ok && answer.error.kind === 'unauthorized' && repeatAfter?.(answer.error.code) === true;
    return again ? once(request, all) : answer;
  };
  const read = <T>(answer: Answer<HttpAnswer>, schema: z.ZodType<T>): Answer<T> => {
    if (!answer.ok) return answer;
    const parsed = schema.safeParse(parseJson(answer.value.text));
    if (parsed.success) return { ok: true, value: parsed.data };
    const code = parsed.error.issues[0]?.path.join('.') ?? '';
    const { status, exchange } = answer.value;
    return failed({ kind: 'invalidAnswer', system, status, code: `answer:${code}`, exchange: exchange() });
  };

  return {
    system,
    get: async (path, schema, options = {}) => read(await call('GET', path, options), schema),
    post: async (path, body, schema, options = {}) => {
      const answer = await call('POST', path, options, Buffer.isBuffer(body) ? body : JSON.stringify(body));
      const parsed = read(answer, schema);
      const made = parsed.ok ? (options.made ?? madeOf)(parsed.value) : undefined;
      return made !== undefined && http.isRepeated(made)
        ? failed({ kind: 'unknownOutcome', system, code: 'answer-repeated' })
        : parsed;
    },
    putForm: async (path, form, schema) => {
      const encoded = new Response(form);
      const headers = { 'content-type': encoded.headers.get('content-type') ?? '' };
      return read(await call('PUT', path, { headers }, Buffer.from(await encoded.arrayBuffer())), schema);
    },
    patch: async (path, body, schema, options = {}) =>
      read(await call('PATCH', path, options, JSON.stringify(body)), schema),
    getIfChanged: async (path, schema, etag, options = {}) => {
      const headers = { ...options.headers, ...(etag !== null && { 'if-none-match': etag }) };
      const answer = await call('GET', path, { ...options, headers });
      if (answer.ok && answer.value.status === 304) return { ok: true, value: null };
      const etagNow = answer.ok ? (answer.value.etag ?? null) : null;
      const parsed = read(answer, schema);
      return parsed.ok ? { ok: true, value: { value: parsed.value, etag: etagNow } } : parsed;
    },
  };
}
