import type { KlantbeeldZaak } from '../../../shared/contract/klantbeeld.ts';
import type { Answer, Zaak, Zgw } from '../central/index.ts';
import type { typeNames } from './read-zaak.ts';

/** What one source told, without when. */
export interface Told<T> {
  readonly items: readonly T[];
  readonly more: boolean;
}

/** So many zaken tell a clerk who stands before him; the zaaksysteem has them all. */
const SHOWN = 20;
/** Each status is a question of its own. */
const WITH_STATUS = 8;

/** The zaken of a person: open ones first, newest first. Their statuses are asked apart, never by `expand`. */
export async function readZaken(
  zgw: Zgw,
  nameOfStatus: (zgw: Zgw, zaak: Zaak) => Promise<string | null>,
  burgerservicenummer: string,
): Promise<Answer<Told<KlantbeeldZaak>>> {
  const [open, closed] = await Promise.all([
    zgw.zaken.zakenOf(burgerservicenummer, 'open'),
    zgw.zaken.zakenOf(burgerservicenummer, 'closed'),
  ]);
  if (!open.ok) return open;
  if (!closed.ok) return closed;
  const all = [...newestFirst(open.value.zaken), ...newestFirst(closed.value.zaken)];
  const items = await Promise.all(
    all.slice(0, SHOWN).map(async (zaak, index): Promise<KlantbeeldZaak> => {
      const endedOn = zaak.einddatum || null;
      return {
        zaakIdentificatie: zaak.identificatie,
        omschrijving: zaak.omschrijving,
        startedOn: zaak.startdatum,
        endedOn,
        status: endedOn === null && index < WITH_STATUS ? await nameOfStatus(zgw, zaak) : null,
        dueOn: zaak.uiterlijkeEinddatumAfdoening || zaak.einddatumGepland || null,
      };
    }),
  );
  return { ok: true, value: { items, more: all.length > SHOWN || open.value.more || closed.value.more } };
}

/** By the day on which they started. */
export function newestFirst(zaken: readonly Zaak[]): readonly Zaak[] {
  return zaken.toSorted((a, b) => b.startdatum.localeCompare(a.startdatum));
}

/** Finds the name of the status of a zaak; null when it has none, or it was not told. */
export function statusNames(
  nameOf: ReturnType<typeof typeNames>,
): (zgw: Zgw, zaak: Zaak) => Promise<string | null> {
  return async ({ zaken, catalogi }, zaak) => {
    if (!zaak.status) return null;
    const status = await zaken.status(zaak.status);
    if (!status.ok) return null;
    const name = await nameOf(status.value.statustype, catalogi.statustype);
    return name.ok ? name.value : null;
  };
}
