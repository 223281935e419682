import path from 'node:path';
import { onTestFinished } from 'vitest';
import { loadCatalogue } from '../../../electron/core/catalogue/index.ts';
import { checkCentral } from '../../../electron/core/central-check/index.ts';
import type { Config } from '../../../electron/core/settings/config-schema.ts';
import {
  PRACTICE_CATALOGUE,
  type Practice,
  type PracticeCatalogue,
  type PracticeOptions,
  type PracticeZaaktype,
  startPractice,
} from '../../../electron/practice/index.ts';
import type { CentralCheck } from '../../../shared/contract/central-check.ts';
import { createTestClock } from '../../helpers/clock.ts';
import { centralConfig, personsFile } from '../sync/sync-scene.ts';

const resources = path.resolve(import.meta.dirname, '../../../resources');
export const products = loadCatalogue(resources).products();

/** What of the workstation differs from one on which all is well. */
export interface Wrong {
  readonly practice?: Partial<PracticeOptions>;
  readonly serverAheadMs?: number;
  readonly central?: (central: Config['central']) => Config['central'];
  readonly secrets?: Readonly<Record<string, string | undefined>>;
  readonly faults?: (practice: Practice) => void;
  readonly authorities?: (practice: Practice) => readonly string[];
}

/** Checks a workstation in front of the practice servers. */
export async function check(wrong: Wrong = {}): Promise<CentralCheck> {
  const clock = createTestClock();
  const ahead = wrong.serverAheadMs ?? 0;
  const practice = await startPractice({
    databaseFile: ':memory:',
    personsFile,
    clock: { now: () => new Date(clock.now().getTime() + ahead) },
    port: 0,
    tls: false,
    ...wrong.practice,
  });
  onTestFinished(() => practice.stop());
  wrong.faults?.(practice);
  const { credentials } = practice;
  const secrets: Readonly<Record<string, string | undefined>> = {
    zgw: credentials.zgwSecret,
    klantinteracties: credentials.klantinteractiesToken,
    brp: credentials.brpApiKey,
    notify: credentials.notifyApiKey,
    ...wrong.secrets,
  };
  const central = centralConfig(practice.origin, 4);
  const { check: result } = await checkCentral(
    {
      config: {
        central: wrong.central?.(central) ?? central,
        municipality: { name: 'Oefengemeente', rsin: '002220647', gemeentecode: '0262' },
      },
      secrets: { read: (name) => secrets[name] },
      authorities: wrong.authorities?.(practice) ?? [],
      clock,
    },
    products,
    { loginName: 'it', name: 'Ida Test' },
  );
  made.set(result, practice);
  return result;
}

const made = new WeakMap<CentralCheck, Practice>();

/** What the practice servers hold after a check. */
export function heldAfter(result: CentralCheck): ReturnType<Practice['inspect']> | undefined {
  return made.get(result)?.inspect();
}

/** The findings as lines: `zaken: …`, `paspoort: …`; a product that was not looked at is `paspoort: ?`. */
export function findings({ systems, products: rows }: CentralCheck): string[] {
  return [
    ...systems.flatMap(({ name, findings: of }) => of.map(({ what }) => `${name}: ${what}`)),
    ...rows.flatMap(({ productId, checked, findings: of }) =>
      checked ? of.map(({ what }) => `${productId}: ${what}`) : [`${productId}: ?`],
    ),
  ];
}

/** The practice catalogue with one zaaktype changed. */
export function catalogueWith(
  identificatie: string,
  change: (zaaktype: PracticeZaaktype) => PracticeZaaktype,
): PracticeCatalogue {
  return {
    ...PRACTICE_CATALOGUE,
    zaaktypen: PRACTICE_CATALOGUE.zaaktypen.map((each) =>
      each.identificatie === identificatie ? change(each) : each,
    ),
  };
}
