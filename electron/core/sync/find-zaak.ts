import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { Rol, Zgw } from '../central/index.ts';
import type { Catalogue } from './catalogue.ts';

/** A zaak as the zaaksysteem knows it, with for whom it is. */
export interface FoundZaak {
  /** Identificatie of its zaaktype. */
  readonly zaaktype: string;
  readonly omschrijving: string;
  /** YYYY-MM-DD. */
  readonly startedOn: string;
  readonly closed: boolean;
  readonly initiator: { readonly name: string | null; readonly burgerservicenummer: string | null } | null;
}

/** Looks a zaak up by its number; null when there is none, `centralUnavailable` when nobody can tell. */
export async function findZaak(
  deps: { readonly zgw: Zgw; readonly catalogue: Catalogue; readonly rsin: string },
  identificatie: string,
): Promise<Result<FoundZaak | null>> {
  const { zgw, catalogue, rsin } = deps;
  const found = await zgw.zaken.findZaken(rsin, identificatie);
  if (!found.ok) return away(found.error);
  const [zaak] = found.value;
  if (!zaak) return ok(null);
  const version = await catalogue.at(zgw.catalogi, zaak.zaaktype);
  if (!version.ok) return away(version.error);
  const rollen = await zgw.zaken.rollen(zaak.url, 'initiator');
  if (!rollen.ok) return away(rollen.error);
  const [initiator] = rollen.value;
  return ok({
    zaaktype: version.value.identificatie,
    omschrijving: zaak.omschrijving,
    startedOn: zaak.startdatum,
    closed: Boolean(zaak.einddatum),
    initiator: initiator ? personOf(initiator) : null,
  });
}

function personOf({ betrokkeneIdentificatie }: Rol): FoundZaak['initiator'] {
  const { inpBsn, voornamen, voorvoegselGeslachtsnaam, geslachtsnaam } = betrokkeneIdentificatie ?? {};
  const name = [voornamen, voorvoegselGeslachtsnaam, geslachtsnaam].filter(Boolean).join(' ');
  return { name: name || null, burgerservicenummer: inpBsn || null };
}

function away(error: { readonly kind: string; readonly code?: string | undefined }): Result<never> {
  return fail('centralUnavailable', { detail: error.code ?? error.kind });
}
