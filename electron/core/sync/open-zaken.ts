import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { Zgw } from '../central/index.ts';
import type { Catalogue } from './catalogue.ts';

/** An open zaak as the zaaksysteem knows it, whichever counter made it. */
export interface CentralZaak {
  readonly zaakIdentificatie: string;
  /** Identificatie of its zaaktype. */
  readonly zaaktype: string;
  readonly omschrijving: string;
  /** YYYY-MM-DD. */
  readonly startedOn: string;
}

/**
 * The open zaken of a person in the zaaksysteem. The burgerservicenummer travels in the body of the question, never in
 * an address. `centralUnavailable` when the zaaksysteem does not answer; a zaak whose zaaktype the catalogus does not
 * tell is left out.
 */
export async function openZakenOf(
  { zgw, catalogue }: { readonly zgw: Zgw; readonly catalogue: Catalogue },
  burgerservicenummer: string,
): Promise<Result<readonly CentralZaak[]>> {
  const answer = await zgw.zaken.openZakenOf(burgerservicenummer);
  if (!answer.ok) return fail('centralUnavailable', { detail: answer.error.code ?? answer.error.kind });
  const kinds = new Map<string, string>();
  const urls = new Set(answer.value.map(({ zaaktype }) => zaaktype));
  await Promise.all(
    Array.from(urls, async (url) => {
      const kind = await catalogue.identificatieAt(zgw.catalogi, url);
      if (kind.ok) kinds.set(url, kind.value);
    }),
  );
  return ok(
    answer.value.flatMap(({ identificatie, zaaktype, omschrijving, startdatum }) => {
      const kind = kinds.get(zaaktype);
      if (kind === undefined) return [];
      return [{ zaakIdentificatie: identificatie, zaaktype: kind, omschrijving, startedOn: startdatum }];
    }),
  );
}
