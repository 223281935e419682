import type { TypePart } from '../../../shared/domain/sync-reason.ts';
import type { CentralSystem, Zgw, ZaaktypeVersion } from '../central/index.ts';
import type { CommittedVisit, TransactionRecord } from '../records.ts';
import type { Catalogue } from './catalogue.ts';
import type { ServerTime } from './moments.ts';
import { impossible, type StepData, type StepResult } from './step.ts';

/** Everything that the steps of one zaak need. */
export interface ZaakContext {
  readonly visit: CommittedVisit;
  readonly transaction: TransactionRecord;
  readonly zgw: Zgw;
  readonly catalogue: Catalogue;
  readonly rsin: string;
  readonly now: () => Date;
  readonly serverTime: (system: CentralSystem) => ServerTime;
  /** A document of more bytes is sent in bestandsdelen. */
  readonly partsAbove: number;
  readonly attachment: (attachmentId: string) => Uint8Array | undefined;
  /** What the step `zaak` was answered: url, uuid and zaaktype. */
  readonly zaak: () => StepData;
}

/** The value of a field that an earlier step stored; its absence is a bug. */
export function field(data: StepData, name: string): string {
  const value = data[name];
  if (value === undefined) throw new Error(`the stored step has no ${name}`);
  return value;
}

/** The address that `pick` finds in the zaaktype of the zaak; when there is none, which part is missing. */
export async function typeOf(
  context: ZaakContext,
  pick: (version: ZaaktypeVersion) => { readonly url: string } | undefined,
  missing: { readonly part: TypePart; readonly name?: string },
): Promise<StepResult<string>> {
  const version = await context.catalogue.at(context.zgw.catalogi, field(context.zaak(), 'zaaktype'));
  if (!version.ok) return version;
  const found = pick(version.value);
  if (found) return { ok: true, value: found.url };
  return impossible('typeMissing', { zaaktype: version.value.identificatie, ...missing });
}
