import { type Node, objectNode, textNode } from './openapi-dialect.ts';
import { documentOf, flawsAgainst, SPECS, type Spec } from './openapi-specs.ts';

/** One request, as it went over the wire. */
export interface SentRequest {
  readonly method: string;
  /** Whole address. */
  readonly url: string;
  readonly requestHeaders: Headers;
  /** The JSON text that was sent; undefined for no body or for a body that is not JSON. */
  readonly requestBody: string | undefined;
}

/** One request and its answer. */
export interface Exchange extends SentRequest {
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
  if (isWithoutSpec(exchange)) return [];
  const found = operationOf(exchange);
  if (typeof found === 'string') return [found];
  const accepted = exchange.status < 400;
  return [
    ...(accepted ? flawsOfRequest(found, exchange).map((flaw) => `request: ${flaw}`) : []),
    ...responseFlaws(found, exchange).map((flaw) => `response: ${flaw}`),
  ];
}

/** What is wrong with a request according to the specification of its API, whatever was answered; empty if nothing is. */
export function requestFlaws(request: SentRequest): readonly string[] {
  if (isWithoutSpec(request)) return [];
  const found = operationOf(request);
  return typeof found === 'string' ? [found] : flawsOfRequest(found, request);
}

/** NotifyNL publishes no specification: its practice server judges the form of what it is sent. */
function isWithoutSpec({ url }: SentRequest): boolean {
  return new URL(url).pathname.startsWith('/notify/');
}

/** The operation that a request calls, or why there is none. */
function operationOf({ url: address, method }: SentRequest): Operation | string {
  const { pathname } = new URL(address);
  const spec = SPECS.find((each) => pathname.startsWith(`${each.base}/`));
  if (!spec) return `no specification for ${pathname}`;
  return (
    findOperation(spec, method.toLowerCase(), pathname.slice(spec.base.length)) ??
    `the specification has no ${method} ${pathname}`
  );
}

interface Operation {
  readonly spec: Spec;
  readonly keys: readonly string[];
  readonly node: { readonly [key: string]: Node };
  readonly parameters: readonly Parameter[];
}

interface Parameter {
  /** Where it stands in the specification. */
  readonly keys: readonly string[];
  readonly node: { readonly [key: string]: Node };
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
  const at = ['paths', template];
  const parameters = [
    [...at, 'parameters'],
    [...at, method, 'parameters'],
  ].flatMap((place) =>
    listNode(nodeAt(spec, place)).map((_, index) => parameterAt(spec, [...place, String(index)])),
  );
  return { spec, keys: ['paths', template, method], node, parameters };
}

function parameterAt(spec: Spec, place: readonly string[]): Parameter {
  const reference = objectNode(nodeAt(spec, place)).$ref;
  const keys = typeof reference === 'string' ? reference.slice(2).split('/') : place;
  return { keys, node: objectNode(nodeAt(spec, keys)) };
}

function flawsOfRequest(operation: Operation, request: SentRequest): readonly string[] {
  const { spec, keys, node } = operation;
  const query = [...new URL(request.url).searchParams];
  const of = (place: string) => operation.parameters.filter((parameter) => parameter.node.in === place);
  const nameOf = (parameter: Parameter): string => textNode(parameter.node.name);
  const inQuery = query.flatMap(([name, value]) => {
    const parameter = of('query').find((each) => nameOf(each) === name);
    return parameter ? valueFlaws(spec, parameter, value) : [`unknown query parameter ${name}`];
  });
  const media = Object.keys(objectNode(objectNode(node.requestBody).content));
  const inHeaders = of('header').flatMap((parameter) => {
    const name = nameOf(parameter);
    // Open Zaak asks application/json of a form as well, which its own media types contradict.
    if (name === 'Content-Type' && media.includes('multipart/form-data')) return [];
    const value = request.requestHeaders.get(name);
    if (value !== null) return valueFlaws(spec, parameter, value);
    return parameter.node.required === true && name !== 'Content-Type' ? [`header ${name} is missing`] : [];
  });
  const json = media.find((type) => type.startsWith('application/json'));
  const { requestBody } = request;
  if (requestBody === undefined) return [...inQuery, ...inHeaders];
  const type = request.requestHeaders.get('Content-Type')?.split(';')[0] ?? '';
  const known = media.some((each) => each.split(';')[0] === type);
  return [
    ...inQuery,
    ...inHeaders,
    ...(known ? [] : [`content type ${type} is not one of ${media.join(', ')}`]),
    ...(json === undefined
      ? []
      : flawsAgainst(
          spec,
          [...keys, 'requestBody', 'content', json, 'schema'],
          'request',
          JSON.parse(requestBody),
        )),
  ];
}

/** A value in an address or a header is text; the schema says what it stands for. */
function valueFlaws(spec: Spec, { keys, node }: Parameter, text: string): readonly string[] {
  // Open Zaak's specification calls some of these integers, beside words that say what they are.
  if (textNode(node.description).startsWith('URL-referentie'))
    return URL.canParse(text) ? [] : [`${textNode(node.in)} ${textNode(node.name)}: must be an address`];
  const value = readAs(textNode(objectNode(node.schema).type), text);
  return flawsAgainst(spec, [...keys, 'schema'], 'request', value).map(
    (flaw) => `${textNode(node.in)} ${textNode(node.name)}: ${flaw}`,
  );
}

function readAs(type: string, text: string): unknown {
  if (type === 'integer' || type === 'number') return text.trim() === '' ? text : Number(text);
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return type === 'array' ? text.split(',') : text;
}

function responseFlaws(operation: Operation, exchange: Exchange): readonly string[] {
  const { spec } = operation;
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
  return keys.reduce<Node | undefined>(
    (node, key) => (Array.isArray(node) ? (node as readonly Node[])[Number(key)] : objectNode(node)[key]),
    documentOf(spec.file),
  );
}

function listNode(node: Node | undefined): readonly Node[] {
  return Array.isArray(node) ? (node as readonly Node[]) : [];
}
