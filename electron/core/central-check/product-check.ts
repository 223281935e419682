import type { Finding } from '../../../shared/contract/central-check.ts';
import type { Product } from '../../../shared/domain/product.ts';
import type { Answer, CentralError, ListedZaaktype, ZaaktypeVersion } from '../central/index.ts';
import { productFindings, validOn, versionFindings } from './product-findings.ts';

/** Where the zaaktypen are looked up. */
export interface Zaaktypen {
  /** All versions that we may see: of any day, concepts too. */
  versionsOf(identificatie: string): Promise<Answer<readonly ListedZaaktype[]>>;
  versionAt(url: string): Promise<Answer<ZaaktypeVersion>>;
}

/** Whether we may make what the zaaktypen describe: what is lacking, nothing when all is well. */
export interface Rights {
  toMakeZaken(version: ZaaktypeVersion): Promise<readonly Finding[]>;
  toMakeDocuments(url: string, omschrijving: string): Promise<readonly Finding[]>;
}

export interface CheckedProduct {
  readonly productId: string;
  readonly name: string;
  readonly zaaktype: string;
  /** False when the catalogus did not answer: nothing is known of this product. */
  readonly checked: boolean;
  /** What the catalogus lacks. */
  readonly catalogue: readonly Finding[];
  /** What we may not do. */
  readonly rights: readonly Finding[];
}

interface ZaaktypeFacts {
  readonly findings: readonly Finding[];
  /** The version of today; undefined when there is none. */
  readonly version: ZaaktypeVersion | undefined;
  readonly rights: readonly Finding[];
}

/**
 * Judges each product by the zaaktype that is valid on `day` (YYYY-MM-DD). Stops at the first question that the
 * catalogus does not answer: `error` tells why, and the products from there on are not checked.
 */
export async function checkProducts(
  zaaktypen: Zaaktypen,
  rights: Rights | null,
  products: readonly Product[],
  day: string,
): Promise<{ readonly rows: readonly CheckedProduct[]; readonly error?: CentralError }> {
  const known = new Map<string, ZaaktypeFacts>();
  const rows: CheckedProduct[] = [];
  let error: CentralError | undefined;
  for (const product of products) {
    const { id: productId, name, zaaktype } = product;
    const row = { productId, name, zaaktype, checked: false, catalogue: [], rights: [] };
    if (!known.has(zaaktype) && !error) {
      const facts = await factsOf(zaaktypen, rights, zaaktype, day);
      if (facts.ok) known.set(zaaktype, facts.value);
      else error = facts.error;
    }
    const facts = known.get(zaaktype);
    rows.push(facts ? await judged(product, facts, { row, rights, products }) : row);
  }
  return error ? { rows, error } : { rows };
}

async function factsOf(
  zaaktypen: Zaaktypen,
  rights: Rights | null,
  identificatie: string,
  day: string,
): Promise<Answer<ZaaktypeFacts>> {
  const all = await zaaktypen.versionsOf(identificatie);
  if (!all.ok) return all;
  const findings = versionFindings(identificatie, all.value, day);
  const latest = validOn(all.value, day).toSorted((a, b) =>
    a.beginGeldigheid < b.beginGeldigheid ? 1 : -1,
  )[0];
  if (!latest) return { ok: true, value: { findings, version: undefined, rights: [] } };
  const version = await zaaktypen.versionAt(latest.url);
  if (!version.ok) return version;
  const lacking = (await rights?.toMakeZaken(version.value)) ?? [];
  return { ok: true, value: { findings, version: version.value, rights: lacking } };
}

async function judged(
  product: Product,
  facts: ZaaktypeFacts,
  { row, rights, products }: { row: CheckedProduct; rights: Rights | null; products: readonly Product[] },
): Promise<CheckedProduct> {
  const { version, findings } = facts;
  if (!version) return { ...row, checked: true, catalogue: findings };
  const lacking = [...facts.rights];
  for (const { omschrijving, url } of version.informatieobjecttypen)
    if (rights && product.informatieobjecttypen.includes(omschrijving))
      lacking.push(...(await rights.toMakeDocuments(url, omschrijving)));
  return {
    ...row,
    checked: true,
    catalogue: [...findings, ...productFindings(product, version, products)],
    rights: lacking,
  };
}
