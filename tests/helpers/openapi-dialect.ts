/** A node of a parsed OpenAPI document. */
export type Node = null | boolean | number | string | readonly Node[] | { readonly [key: string]: Node };

/** Reads a node as an object; an empty one if it is none. */
export function objectNode(node: Node | undefined): { readonly [key: string]: Node } {
  return typeof node === 'object' && node !== null && !Array.isArray(node)
    ? (node as { readonly [key: string]: Node })
    : {};
}

/** Reads a node as text; '' if it is none. */
export function textNode(node: Node | undefined): string {
  return typeof node === 'string' ? node : '';
}

/** Who sends the message that a schema describes: readOnly fields are not asked of requests, writeOnly not of answers. */
export type Direction = 'request' | 'response';

const ANNOTATIONS = new Set([
  'discriminator',
  'nullable',
  'example',
  'examples',
  'externalDocs',
  'xml',
  'title',
]);
/** Open Zaak derives these from other versions and answers null, although its specification forgets to say so. */
const NULL_IN_PRACTICE = new Set(['beginObject', 'eindeObject']);
/** Formats that an empty text cannot have (as with patterns); the ZGW and Klantinteracties APIs answer '' for "not filled in". */
const EMPTY_ALLOWED = new Set(['uri', 'email', 'date', 'date-time', 'duration']);
const POLYMORPH = '__polymorph';

/** How a document differs from JSON Schema, and where its outside references lead. */
export interface Dialect {
  readonly direction: Direction;
  /** OpenAPI 3.0 has `nullable`; 3.1 is JSON Schema but for its discriminators. */
  readonly version: '3.0' | '3.1';
  /** Turns a reference to another document into one that the validator knows. */
  readonly elsewhere: (reference: string) => string;
}

/**
 * Turns a whole OpenAPI document into JSON Schema 2020-12, in place for place, so that every pointer into it stays
 * valid: nullable, readOnly and writeOnly, and discriminators (both over oneOf and over a base with heirs).
 */
export function toJsonSchema(document: Node, dialect: Dialect): Node {
  const schemas = objectNode(objectNode(objectNode(document).components).schemas);
  const bases = new Set(
    Object.entries(schemas)
      .filter(
        ([, schema]) =>
          objectNode(schema).discriminator !== undefined && objectNode(schema).oneOf === undefined,
      )
      .map(([name]) => `#/components/schemas/${name}`),
  );
  const converted = objectNode(convert(document, dialect, bases, false));
  const polymorphs = [...bases].map((reference) => {
    const name = reference.slice(reference.lastIndexOf('/') + 1);
    return [name + POLYMORPH, { allOf: [{ $ref: reference }, choiceBy(objectNode(schemas[name]))] }] as const;
  });
  const components = objectNode(converted.components);
  return {
    ...converted,
    components: {
      ...components,
      schemas: { ...objectNode(components.schemas), ...Object.fromEntries(polymorphs) },
    },
  };
}

function convert(node: Node, dialect: Dialect, bases: ReadonlySet<string>, heir: boolean): Node {
  if (Array.isArray(node)) return node.map((each: Node) => convert(each, dialect, bases, false));
  if (typeof node !== 'object' || node === null) return node;
  const schema = objectNode(node);
  const result: Record<string, Node> = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties') result.properties = convertProperties(objectNode(value), dialect, bases);
    else if (key === 'allOf' && Array.isArray(value))
      result.allOf = value.map((each: Node) => convert(each, dialect, bases, true));
    else if (key === '$ref' && typeof value === 'string')
      result.$ref = reference(value, dialect, bases, heir);
    else if (key === 'required' && Array.isArray(value))
      result.required = demanded(schema, value, dialect.direction);
    else if (!ANNOTATIONS.has(key) || typeof schema.type === 'object')
      result[key] = convert(value, dialect, bases, false);
  }
  if (schema.oneOf !== undefined && objectNode(schema.discriminator).mapping !== undefined) {
    delete result.oneOf;
    Object.assign(result, choiceBy(schema));
  }
  return orEmpty(orNull(result, schema.nullable === true), schema, dialect);
}

function convertProperties(
  properties: { readonly [key: string]: Node },
  dialect: Dialect,
  bases: ReadonlySet<string>,
): Node {
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      const converted = objectNode(convert(property, dialect, bases, false));
      return [name, orNull(converted, dialect.version === '3.0' && NULL_IN_PRACTICE.has(name))];
    }),
  );
}

function reference(value: string, dialect: Dialect, bases: ReadonlySet<string>, heir: boolean): string {
  if (!value.startsWith('#')) return dialect.elsewhere(value);
  // An heir repeats its base; anybody else who names the base means any of its heirs.
  return bases.has(value) && !heir ? value + POLYMORPH : value;
}

function demanded(
  schema: { readonly [key: string]: Node },
  names: readonly Node[],
  direction: Direction,
): Node {
  const exempt = direction === 'request' ? 'readOnly' : 'writeOnly';
  const properties = objectNode(schema.properties);
  return names.filter((name) => {
    const property = objectNode(properties[textNode(name)]);
    return property[exempt] !== true;
  });
}

/** Exactly the schema that the discriminating field names, instead of any that happens to fit. */
function choiceBy(schema: { readonly [key: string]: Node }): { readonly [key: string]: Node } {
  const { propertyName, mapping } = objectNode(schema.discriminator);
  const name = textNode(propertyName);
  const choices = Object.entries(objectNode(mapping));
  return {
    type: 'object',
    required: [name],
    properties: { [name]: { enum: choices.map(([value]) => value) } },
    allOf: choices.map(([value, target]) => ({
      if: { properties: { [name]: { const: value } }, required: [name] },
      // oxlint-disable-next-line unicorn/no-thenable -- the keyword of JSON Schema
      then: { $ref: target },
    })),
  };
}

function orNull(
  schema: { readonly [key: string]: Node },
  nullable: boolean,
): { readonly [key: string]: Node } {
  return nullable ? { anyOf: [schema, { type: 'null' }] } : schema;
}

function orEmpty(
  converted: { readonly [key: string]: Node },
  schema: { readonly [key: string]: Node },
  dialect: Dialect,
): Node {
  const blank =
    dialect.version === '3.0' &&
    schema.type === 'string' &&
    schema.minLength === undefined &&
    (schema.pattern !== undefined || EMPTY_ALLOWED.has(textNode(schema.format)));
  return blank ? { anyOf: [converted, { const: '' }] } : converted;
}
