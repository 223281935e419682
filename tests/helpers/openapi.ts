import { type Node, objectNode, textNode } from './openapi-dialect.ts';
import { documentOf, flawsAgainst, SPECS, type Spec } from './openapi-specs.ts';

/** One request and its answer, as they went over the wire. */
export interface Exchange {
  readonly method: string;
  /** Whole address. */
  readonly url: string;
  readonly requestHeaders: Headers;
  /** The JSON text that was sent; undefined for no body or for a body that is not JSON. */
  readonly requestBody: string | undefined;
  readonly status: number;
  readonly responseHeaders: Headers;
  readonly responseBody: string;
}

/**
 * `fetch` for the practice server that checks every exchange against the official specification of the API at that
 * path. It rejects, so that the test fails, when
 * - the answer is not what the specification says for that status;
 * - a request that the specification refuses was answered with success.
 */
export function validatingFetch(
  practiceOrigin: string,
): (input: string | URL, init?: RequestInit) => Promise<Response> {
  return async (input, init = {}) => {
    const url = new URL(input, practiceOrigin);
    if (url.origin !== practiceOrigin)
      throw new Error(`not an address of the practice server: ${url.origin}`);
    const response = await fetch(url, init);
    const flaws = exchangeFlaws({
      method: init.method ?? 'GET',
      url: url.href,
      requestHeaders: new Headers(init.headers),
      requestBody: typeof init.body === 'string' ? init.body : undefined,
      status: response.status,
      responseHeaders: response.headers,
      responseBody: await response.clone().text(),
    });
    if (flaws.length > 0)
      throw new Error(`${init.method ?? 'GET'} ${url.pathname} ${response.status}\n  ${flaws.join('\n  ')}`);
    return response;
  };
}

/** What is wrong with an exchange according to the specification of its API; empty if nothing is. */
export function exchangeFlaws(exchange: Exchange): readonly string[] {
  const url = new URL(exchange.url);
  const spec = SPECS.find((each) => url.pathname.startsWith(`${each.base}/`));
  if (!spec) return [`no specification for ${url.pathname}`];
  const found = findOperation(spec, exchange.method.toLowerCase(), url.pathname.slice(spec.base.length));
  if (!found) return [`the specification has no ${exchange.method} ${url.pathname}`];
  const accepted = exchange.status < 400;
  return [
    ...(accepted ? requestFlaws(spec, found, exchange, url) : []),
    ...responseFlaws(spec, found, exchange).map((flaw) => `response: ${flaw}`),
  ];
}

interface Operation {
  readonly keys: readonly string[];
  readonly node: { readonly [key: string]: Node };
  readonly parameters: readonly { readonly [key: string]: Node }[];
}

function findOperation(spec: Spec, method: string, pathname: string): Operation | undefined {
  const paths = objectNode(objectNode(documentOf(spec.file)).paths);
  const fits = (template: string): boolean => {
    const [wanted, given] = [template.split('/'), pathname.split('/')];
    return (
      wanted.length === given.length &&
      wanted.every((part, index) => part.startsWith('{') || part === given[index])
    );
  };
  const variables = (template: string): number => template.split('{').length;
  const [template] = Object.keys(paths)
    .filter(fits)
    .toSorted((a, b) => variables(a) - variables(b));
  const item = template === undefined ? {} : objectNode(paths[template]);
  if (template === undefined || item[method] === undefined) return undefined;
  const node = objectNode(item[method]);
  const parameters = [...listNode(item.parameters), ...listNode(node.parameters)].map(objectNode);
  return { keys: ['paths', template, method], node, parameters };
}

function requestFlaws(spec: Spec, operation: Operation, exchange: Exchange, url: URL): readonly string[] {
  const inQuery = operation.parameters
    .filter((parameter) => parameter.in === 'query')
    .map(({ name }) => name);
  const unknown = [...url.searchParams.keys()]
    .filter((name) => !inQuery.includes(name))
    .map((name) => `request: unknown query parameter ${name}`);
  const missing = operation.parameters
    .filter(({ in: place, required }) => place === 'header' && required === true)
    .map(({ name }) => textNode(name))
    .filter((name) => name !== 'Content-Type' && !exchange.requestHeaders.has(name))
    .map((name) => `request: header ${name} is missing`);
  const media = Object.keys(objectNode(objectNode(operation.node.requestBody).content));
  const json = media.find((type) => type.startsWith('application/json'));
  if (json === undefined || exchange.requestBody === undefined) return [...unknown, ...missing];
  const keys = [...operation.keys, 'requestBody', 'content', json, 'schema'];
  const body = flawsAgainst(spec, keys, 'request', JSON.parse(exchange.requestBody));
  return [...unknown, ...missing, ...body.map((flaw) => `request: ${flaw}`)];
}

function responseFlaws(spec: Spec, operation: Operation, exchange: Exchange): readonly string[] {
  if (exchange.status === 304) return exchange.responseBody === '' ? [] : ['a 304 has no body'];
  const keys = responseKeys(spec, operation, String(exchange.status));
  const type = (exchange.responseHeaders.get('Content-Type') ?? '').split(';')[0] ?? '';
  if (keys === undefined) return undocumentedFlaws(spec, exchange, type);
  const content = objectNode(objectNode(nodeAt(spec, keys)).content);
  const media = Object.keys(content).find((each) => each.split(';')[0] === type);
  if (Object.keys(content).length === 0) return exchange.responseBody === '' ? [] : ['no body is expected'];
  if (media === undefined) return [`content type ${type} is not one of ${Object.keys(content).join(', ')}`];
  if (!type.endsWith('json')) return [];
  return flawsAgainst(
    spec,
    [...keys, 'content', media, 'schema'],
    'response',
    JSON.parse(exchange.responseBody),
  );
}

/** A refusal that the specification does not list must still look like the API's refusals. */
function undocumentedFlaws(spec: Spec, exchange: Exchange, type: string): readonly string[] {
  if (exchange.status < 400) return [`status ${exchange.status} is not in the specification`];
  if (type !== 'application/problem+json') return [`a refusal with content type ${type}`];
  const schemas = objectNode(objectNode(objectNode(documentOf(spec.file)).components).schemas);
  const schema = ['Fout', 'Foutbericht'].find((name) => schemas[name] !== undefined);
  const body: unknown = JSON.parse(exchange.responseBody);
  return schema === undefined ? [] : flawsAgainst(spec, ['components', 'schemas', schema], 'response', body);
}

function responseKeys(spec: Spec, operation: Operation, status: string): readonly string[] | undefined {
  const responses = objectNode(operation.node.responses);
  const name = responses[status] === undefined ? undefined : status;
  if (name === undefined) return undefined;
  const reference = objectNode(responses[name]).$ref;
  if (typeof reference === 'string') return reference.slice(2).split('/');
  return [...operation.keys, 'responses', name];
}

function nodeAt(spec: Spec, keys: readonly string[]): Node | undefined {
  return keys.reduce<Node | undefined>((node, key) => objectNode(node)[key], documentOf(spec.file));
}

function listNode(node: Node | undefined): readonly Node[] {
  return Array.isArray(node) ? (node as readonly Node[]) : [];
}
