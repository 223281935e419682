import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { type Direction, type Node, objectNode, toJsonSchema } from './openapi-dialect.ts';

const FOLDER = path.join(import.meta.dirname, '../../resources/specs');

/** An API as its official specification describes it, and where it is served. */
export interface Spec {
  readonly file: string;
  readonly base: string;
  readonly version: '3.0' | '3.1';
}

/** The official specifications, by the path under which each API is served. */
export const SPECS: readonly Spec[] = [
  { file: 'zaken-1.5.1-openzaak.yaml', base: '/zaken/api/v1', version: '3.0' },
  { file: 'documenten-1.4.2-openzaak.yaml', base: '/documenten/api/v1', version: '3.0' },
  { file: 'catalogi-1.3.1-openzaak.yaml', base: '/catalogi/api/v1', version: '3.0' },
  { file: 'klantinteracties-0.9.0-openklant-2.18.0.yaml', base: '/klantinteracties/api/v1', version: '3.0' },
  { file: 'brp-personen-2.7.0.yaml', base: '/haalcentraal/api/brp', version: '3.1' },
];

const CACHE = path.join(import.meta.dirname, '../../node_modules/.cache/openapi');
const CATALOGI = 'catalogi-1.3.1-openzaak.yaml';
const documents = new Map<string, Node>();
const compiled = new Map<string, ValidateFunction>();
let ajv: Ajv2020 | undefined;

/** The parsed specification; read once per test process. */
export function documentOf(file: string): Node {
  const known = documents.get(file) ?? readDocument(file);
  documents.set(file, known);
  return known;
}

/** Parsing this much YAML takes a second per test file; the same as JSON takes none, so it is kept between runs. */
function readDocument(file: string): Node {
  const source = path.join(FOLDER, file);
  const { size, mtimeMs } = statSync(source);
  const cached = path.join(CACHE, `${file}-${size}-${Math.floor(mtimeMs)}.json`);
  try {
    return JSON.parse(readFileSync(cached, 'utf8')) as Node;
  } catch {
    const document = parse(readFileSync(source, 'utf8')) as Node;
    mkdirSync(CACHE, { recursive: true });
    // Written aside and moved, because test files run side by side.
    const aside = `${cached}.${process.pid}`;
    writeFileSync(aside, JSON.stringify(document));
    renameSync(aside, cached);
    return document;
  }
}

/**
 * What is wrong with a value, according to the schema at `keys` in a specification; empty if nothing is. Schemas are
 * compiled when first used.
 */
export function flawsAgainst(
  spec: Spec,
  keys: readonly string[],
  direction: Direction,
  value: unknown,
): string[] {
  const pointer = keys
    .map((key) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1')))
    .join('/');
  const reference = `${idOf(spec.file, direction)}#/${pointer}`;
  const validate =
    compiled.get(reference) ?? validatorWith(spec.file, direction).compile({ $ref: reference });
  compiled.set(reference, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    (error) => `${error.instancePath || '(body)'} ${error.message ?? ''} ${JSON.stringify(error.params)}`,
  );
}

function idOf(file: string, direction: Direction): string {
  return `https://specs.invalid/${direction}/${file}`;
}

function validatorWith(file: string, direction: Direction): Ajv2020 {
  if (!ajv) {
    // The BRP specification escapes quotes in its patterns, which only the older regular expressions accept.
    ajv = new Ajv2020({ strict: false, allErrors: true, logger: false, unicodeRegExp: false });
    addFormats(ajv);
  }
  const id = idOf(file, direction);
  if (ajv.schemas[id]) return ajv;
  // Two references in the ZGW specifications lead to an older Catalogi API; its successor has the same schema names.
  const elsewhere = (reference: string): string =>
    `${idOf(CATALOGI, direction)}${reference.slice(reference.indexOf('#'))}`;
  const version = SPECS.find((spec) => spec.file === file)?.version ?? '3.0';
  const converted = objectNode(toJsonSchema(documentOf(file), { direction, version, elsewhere }));
  ajv.addSchema({ ...converted, $id: id }, id, undefined, false);
  if (file !== CATALOGI && version === '3.0') validatorWith(CATALOGI, direction);
  return ajv;
}
