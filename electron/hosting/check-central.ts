import type { CentralCheck, Finding } from '../../shared/contract/central-check.ts';
import { loadCatalogue } from '../core/catalogue/index.ts';
import { checkCentral } from '../core/central-check/index.ts';
import { readAuthorities } from './authorities-file.ts';
import type { ErrandPlace } from './errand-place.ts';
import { HostError } from './host-error.ts';
import type { HostPlan } from './prepare-host.ts';

const NAMES: Readonly<Record<CentralCheck['systems'][number]['name'], string>> = {
  zaken: 'Zaken API',
  documenten: 'Documenten API',
  catalogi: 'Catalogi API',
  klantinteracties: 'Klantinteracties API',
  brp: 'BRP',
  notify: 'NotifyNL',
};

/** What a check of the central side found, in lines for a person. */
export interface CentralVerdict {
  readonly ok: boolean;
  readonly lines: readonly string[];
}

/**
 * Checks the central systems of a configuration with the secrets of the data folder; also while the application runs.
 * Throws HostError when there is nothing to check, or no secrets to check with.
 */
export async function checkCentralSide(
  { config, configDir }: HostPlan,
  resourcesDir: string,
  { clock, openSecrets }: Pick<ErrandPlace, 'clock' | 'openSecrets'>,
): Promise<CentralVerdict> {
  if (config === null)
    throw new HostError(
      'De oefenomgeving heeft geen centrale systemen. Noem een configuratie: --config BESTAND',
    );
  const { check } = await checkCentral(
    {
      config,
      secrets: openSecrets(),
      authorities: readAuthorities({ config, configDir }),
      clock,
    },
    loadCatalogue(resourcesDir).products(),
    { loginName: 'waarmee-controle', name: 'Controle door IT' },
  );
  return verdictOf(check);
}

/** The lines of a check: each system and product, with what to do under each that is not right. */
export function verdictOf({ systems, products }: CentralCheck): CentralVerdict {
  const count = [...systems, ...products].reduce((sum, { findings }) => sum + findings.length, 0);
  const unknown = products.filter(({ checked }) => !checked).length;
  return {
    ok: count === 0 && unknown === 0,
    lines: [
      ...systems.flatMap(({ name, clockOffsetSeconds, findings }) => [
        line(findings, `${NAMES[name]}${clockText(clockOffsetSeconds)}`),
        ...findings.flatMap(findingLines),
      ]),
      ...products.flatMap(({ name, zaaktype, checked, findings }) => [
        checked
          ? line(findings, `${name} (${zaaktype})`)
          : `?     ${name} (${zaaktype}): niet gecontroleerd, de catalogus antwoordt niet`,
        ...findings.flatMap(findingLines),
      ]),
      count + unknown === 0
        ? 'Alles is in orde.'
        : `Niet in orde: ${count}. Niet gecontroleerd: ${unknown}. Aan de systemen is niets veranderd.`,
    ],
  };
}

function line(findings: readonly Finding[], text: string): string {
  return `${findings.length === 0 ? 'goed ' : 'FOUT '} ${text}`;
}

function findingLines({ what, advice }: Finding): string[] {
  return [`        ${what}`, `        Wat te doen: ${advice}`];
}

function clockText(seconds: number | null): string {
  return seconds === null ? '' : `, klok ${seconds > 0 ? '+' : ''}${seconds} s`;
}
