import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { feeFor } from '../../../shared/domain/fee.ts';
import type { Fee, FeeCase } from '../../../shared/domain/fee.ts';
import { Product } from '../../../shared/domain/product.ts';
import { Tariff } from '../../../shared/domain/tariff.ts';
import { catalogueProblems } from './catalogue-problems.ts';

/** The products of this municipality and their leges. Read once at the start; the files are not watched. */
export interface Catalogue {
  /** All products, by name. */
  products(): readonly Product[];
  product(id: string): Product | undefined;
  /** The leges of a product; undefined when the product is unknown or no tariff gives an amount (see `feeFor`). */
  fee(productId: string, fee: FeeCase): Fee | undefined;
  /** The tariff files that were read, the latest first. */
  tariffs(): readonly Tariff[];
}

/** The catalogue can't be used: each problem names the file, the key in it and the reason. */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`the catalogue can't be used:\n${problems.join('\n')}`);
    this.problems = problems;
  }
}

interface Read<T> {
  readonly values: readonly T[];
  readonly problems: readonly string[];
}

function readFolder<Schema extends z.ZodType<{ id: string }>>(
  resourcesDir: string,
  folder: string,
  schema: Schema,
): Read<z.output<Schema>> {
  const values: z.output<Schema>[] = [];
  const problems: string[] = [];
  for (const file of jsonFiles(path.join(resourcesDir, folder), folder, problems)) {
    const where = `${folder}/${file}`;
    try {
      const parsed = schema.safeParse(
        JSON.parse(readFileSync(path.join(resourcesDir, folder, file), 'utf8')),
      );
      if (!parsed.success) problems.push(...parsed.error.issues.map((issue) => describe(where, issue)));
      else if (`${parsed.data.id}.json` !== file) problems.push(`${where}: id: must be the name of the file`);
      else values.push(parsed.data);
    } catch (error) {
      problems.push(`${where}: ${error instanceof Error ? error.message : 'not readable'}`);
    }
  }
  return { values, problems };
}

function jsonFiles(directory: string, folder: string, problems: string[]): readonly string[] {
  try {
    return readdirSync(directory)
      .filter((file) => file.endsWith('.json'))
      .toSorted();
  } catch {
    problems.push(`${folder}: the folder can't be read`);
    return [];
  }
}

function describe(where: string, issue: z.core.$ZodIssue): string {
  const key = issue.path.map(String).join('.');
  return `${where}: ${key === '' ? 'the whole file' : key}: ${issue.message}`;
}

/**
 * Reads `products/*.json` and `tariffs/*.json` under `resourcesDir` and checks them, each by itself and against each
 * other. Throws a CatalogueError with every problem found: a counter never starts with half a catalogue.
 */
export function loadCatalogue(resourcesDir: string): Catalogue {
  const products = readFolder(resourcesDir, 'products', Product);
  const tariffs = readFolder(resourcesDir, 'tariffs', Tariff);
  const found = [...products.problems, ...tariffs.problems];
  const problems = found.length > 0 ? found : catalogueProblems(products.values, tariffs.values);
  if (problems.length > 0) throw new CatalogueError(problems);

  const sorted = products.values.toSorted((left, right) => left.name.localeCompare(right.name, 'nl'));
  const byId = new Map(sorted.map((product) => [product.id, product]));
  const latestFirst = tariffs.values.toSorted((left, right) => right.validFrom.localeCompare(left.validFrom));
  return {
    products: () => sorted,
    product: (id) => byId.get(id),
    fee: (productId, fee) => {
      const product = byId.get(productId);
      return product === undefined ? undefined : feeFor(product, latestFirst, fee);
    },
    tariffs: () => latestFirst,
  };
}
