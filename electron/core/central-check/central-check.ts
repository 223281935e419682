import type { CentralCheck, Finding } from '../../../shared/contract/central-check.ts';
import { amsterdamDay } from '../../../shared/domain/dates.ts';
import type { Product } from '../../../shared/domain/product.ts';
import type { Answer, CentralSystem, ZaaktypeVersion } from '../central/index.ts';
import { explain } from './advice.ts';
import { productFindings, versionFindings } from './product-findings.ts';
import { type Asker, type CheckDeps, clockOf, type Lines, openLines, systemFindings } from './systems.ts';

const SYSTEMS: readonly CentralSystem[] = ['zaken', 'documenten', 'catalogi', 'klantinteracties', 'brp'];

/**
 * Asks every central system whether it is there and lets us in, and the catalogus whether it has all that the products
 * need today. Writes nothing. Scopes that only show when something is written (`zaken.bijwerken`,
 * `zaken.statussen.toevoegen`) cannot be seen this way.
 */
export async function checkCentral(
  deps: CheckDeps,
  products: readonly Product[],
  asker: Asker,
): Promise<CentralCheck> {
  const lines = openLines(deps, asker);
  try {
    const found = new Map<CentralSystem, readonly Finding[]>();
    const ask = async (system: keyof Lines['probes']): Promise<void> => {
      found.set(system, systemFindings(lines, system, await lines.probes[system]()));
    };
    const { notify } = lines;
    const askNotify = async (): Promise<void> => {
      if (notify) found.set('notify', await notify(products.map(({ id }) => id)));
    };
    await Promise.all([ask('zaken'), ask('documenten'), ask('klantinteracties'), ask('brp'), askNotify()]);
    const catalogue = await checkProducts(lines, products, {
      day: amsterdamDay(deps.clock.now()),
      // A system that lets nobody in says so once.
      answers: (system) => found.get(system)?.length === 0,
    });
    found.set('catalogi', catalogue.findings);
    const now = deps.clock.now();
    return {
      at: now.toISOString(),
      systems: [...SYSTEMS, ...(notify ? (['notify'] as const) : [])].map((name) => {
        const { clockOffsetSeconds, findings } = clockOf(lines, name, now);
        return { name, clockOffsetSeconds, findings: [...(found.get(name) ?? []), ...findings] };
      }),
      products: catalogue.products,
    };
  } finally {
    await lines.http.stop();
  }
}

interface Terms {
  /** YYYY-MM-DD, Dutch. */
  readonly day: string;
  /** False for a system that already has a finding. */
  readonly answers: (system: 'zaken' | 'documenten') => boolean;
}

async function checkProducts(
  lines: Lines,
  products: readonly Product[],
  terms: Terms,
): Promise<{ readonly findings: readonly Finding[]; readonly products: CentralCheck['products'] }> {
  const zaaktypen = new Map<string, ZaaktypeFacts>();
  const documentFindings = once((url: string, name: string) => mayMakeDocuments(lines, url, name, terms));
  const rows: CentralCheck['products'] = [];
  let findings: readonly Finding[] = [];
  for (const product of products) {
    const { id: productId, name, zaaktype } = product;
    const row = { productId, name, zaaktype };
    const known = zaaktypen.get(zaaktype);
    const facts: Answer<ZaaktypeFacts> | undefined =
      findings.length > 0
        ? undefined
        : known
          ? { ok: true, value: known }
          : await factsOf(lines, zaaktype, terms);
    if (facts?.ok !== true) {
      if (facts) findings = systemFindings(lines, 'catalogi', facts);
      rows.push({ ...row, checked: false, findings: [] });
      continue;
    }
    zaaktypen.set(zaaktype, facts.value);
    const { version } = facts.value;
    const of = [...facts.value.findings];
    if (version) {
      of.push(...productFindings(product, version, products));
      for (const { omschrijving, url } of version.informatieobjecttypen)
        if (product.informatieobjecttypen.includes(omschrijving))
          of.push(...(await documentFindings(url, omschrijving)));
    }
    rows.push({ ...row, checked: true, findings: of });
  }
  return { findings, products: rows };
}

interface ZaaktypeFacts {
  readonly findings: readonly Finding[];
  /** The version of today; undefined when there is none. */
  readonly version: ZaaktypeVersion | undefined;
}

async function factsOf(
  lines: Lines,
  identificatie: string,
  { day, answers }: Terms,
): Promise<Answer<ZaaktypeFacts>> {
  const { catalogi, zaken } = lines.zgw;
  const all = await catalogi.versionsOf(identificatie);
  if (!all.ok) return all;
  const version = await catalogi.versionOn(identificatie, day);
  if (!version.ok) return version;
  const findings = [...versionFindings(identificatie, all.value, day)];
  if (version.value && answers('zaken')) {
    const right = `scope zaken.aanmaken voor het zaaktype ${identificatie}`;
    findings.push(...lacking(lines, 'zaken', right, await zaken.mayCreateZaak(version.value.url)));
  }
  return { ok: true, value: { findings, version: version.value } };
}

async function mayMakeDocuments(
  lines: Lines,
  url: string,
  name: string,
  { answers }: Terms,
): Promise<readonly Finding[]> {
  if (!answers('documenten')) return [];
  const right = `scope documenten.aanmaken voor het informatieobjecttype ${name}`;
  return lacking(lines, 'documenten', right, await lines.zgw.documenten.mayCreate(url));
}

function lacking(
  lines: Lines,
  system: 'zaken' | 'documenten',
  right: string,
  answer: Answer<boolean>,
): readonly Finding[] {
  if (answer.ok && answer.value) return [];
  const refused = { kind: 'unauthorized', system, code: 'permission_denied' } as const;
  return [explain(answer.ok ? refused : answer.error, lines.place(system, right))];
}

function once<T>(ask: (key: string, name: string) => Promise<T>): (key: string, name: string) => Promise<T> {
  const asked = new Map<string, Promise<T>>();
  return (key, name) => {
    const answer = asked.get(key) ?? ask(key, name);
    asked.set(key, answer);
    return answer;
  };
}
