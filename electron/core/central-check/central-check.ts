import type { CentralCheck, Finding } from '../../../shared/contract/central-check.ts';
import { amsterdamDay } from '../../../shared/domain/dates.ts';
import type { Product } from '../../../shared/domain/product.ts';
import type { Answer, CentralSystem } from '../central/index.ts';
import { explain } from './advice.ts';
import { type CheckedProduct, checkProducts, type Rights } from './product-check.ts';
import { purposeFindings } from './purpose-findings.ts';
import { type Asker, type CheckDeps, clockOf, type Lines, openLines, systemFindings } from './systems.ts';

const SYSTEMS: readonly CentralSystem[] = ['zaken', 'documenten', 'catalogi', 'klantinteracties', 'brp'];

/**
 * Asks every central system whether it is there and lets us in, and the catalogus whether it has all that the products
 * need today. Writes nothing. The rows tell apart what the catalogus lacks and what we may not do. Scopes that only show
 * when something is written (`zaken.bijwerken`, `zaken.statussen.toevoegen`) cannot be seen this way.
 */
export async function checkCentral(
  deps: CheckDeps,
  products: readonly Product[],
  asker: Asker,
): Promise<{ readonly check: CentralCheck; readonly rows: readonly CheckedProduct[] }> {
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
    found.set('brp', [...(found.get('brp') ?? []), ...purposeFindings(deps.config.central.brp, products)]);
    const rights = rightsAt(lines, (system) => found.get(system)?.length === 0);
    const day = amsterdamDay(deps.clock.now());
    const { rows, error } = await checkProducts(lines.zgw.catalogi, rights, products, day);
    if (error) found.set('catalogi', systemFindings(lines, 'catalogi', { ok: false, error }));
    if (found.get('documenten')?.length === 0)
      found.set('documenten', await partsFindings(lines, deps.config.central.partsAboveMb));
    const now = deps.clock.now();
    const check = {
      at: now.toISOString(),
      systems: [...SYSTEMS, ...(notify ? (['notify'] as const) : [])].map((name) => {
        const { clockOffsetSeconds, findings } = clockOf(lines, name, now);
        return { name, clockOffsetSeconds, findings: [...(found.get(name) ?? []), ...findings] };
      }),
      products: rows.map(({ catalogue, rights: missing, ...row }) => ({
        ...row,
        findings: [...catalogue, ...missing],
      })),
    };
    return { check, rows };
  } finally {
    await lines.http.stop();
  }
}

/** Asks for the rights at the systems that answer; one that lets nobody in says so once. */
function rightsAt(lines: Lines, answers: (system: 'zaken' | 'documenten') => boolean): Rights {
  const { zaken, documenten } = lines.zgw;
  return {
    toMakeZaken: async ({ identificatie, url }) => {
      if (!answers('zaken')) return [];
      const right = `scope zaken.aanmaken voor het zaaktype ${identificatie}`;
      return lacking(lines, 'zaken', right, await zaken.mayCreateZaak(url));
    },
    toMakeDocuments: once(async (url: string, name: string) => {
      if (!answers('documenten')) return [];
      const right = `scope documenten.aanmaken voor het informatieobjecttype ${name}`;
      return lacking(lines, 'documenten', right, await documenten.mayCreate(url));
    }),
  };
}

/** What keeps a document above this size from being sent: it goes in parts, under a lock. */
async function partsFindings(lines: Lines, partsAboveMb: number): Promise<readonly Finding[]> {
  const { documenten } = lines.zgw;
  const [update, lock] = await Promise.all([documenten.mayUpdate(), documenten.mayLock()]);
  const right = (scope: string): string =>
    `scope documenten.${scope}, voor documenten boven ${partsAboveMb} MB`;
  return [
    ...lacking(lines, 'documenten', right('bijwerken'), update),
    ...lacking(lines, 'documenten', right('lock'), lock),
  ];
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
