import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { Zgw } from '../central/index.ts';

/** An open zaak as the zaaksysteem knows it, whichever counter made it. */
export interface CentralZaak {
  readonly zaakIdentificatie: string;
  readonly omschrijving: string;
  /** YYYY-MM-DD. */
  readonly startedOn: string;
}

/**
 * The open zaken of a person in the zaaksysteem. The burgerservicenummer travels in the body of the question, never in
 * an address. `centralUnavailable` when the zaaksysteem does not answer.
 */
export async function openZakenOf(
  zgw: Zgw,
  burgerservicenummer: string,
): Promise<Result<readonly CentralZaak[]>> {
  const answer = await zgw.zaken.openZakenOf(burgerservicenummer);
  if (!answer.ok) return fail('centralUnavailable', { detail: answer.error.code ?? answer.error.kind });
  return ok(
    answer.value.map(({ identificatie, omschrijving, startdatum }) => ({
      zaakIdentificatie: identificatie,
      omschrijving,
      startedOn: startdatum,
    })),
  );
}
