import type { ZaakStatus } from '../../../shared/contract/zaken.ts';
import type { Answer, Zgw } from '../central/index.ts';

/** What the zaaksysteem told of a zaak, without when. */
export type ToldZaak = Omit<ZaakStatus, 'at' | 'live'>;

/** With the burgerservicenummers of whose zaak it is, for the processing log alone; none when that was not told. */
export interface FoundZaak {
  readonly told: ToldZaak;
  readonly subjects: readonly string[];
}

/** The omschrijving of types by their address; a type is asked once, since a published one does not change. */
export function typeNames(): (
  url: string,
  ask: (url: string) => Promise<Answer<{ readonly omschrijving: string }>>,
) => Promise<Answer<string>> {
  const names = new Map<string, string>();
  return async (url, ask) => {
    const known = names.get(url);
    if (known !== undefined) return { ok: true, value: known };
    const type = await ask(url);
    if (!type.ok) return type;
    names.set(url, type.value.omschrijving);
    return { ok: true, value: type.value.omschrijving };
  };
}

/**
 * How one zaak stands, by its identificatie: the municipality's own, else the only one with that number; null when there
 * is none. A part that cannot be told leaves the others: it is null, and `partial` says so.
 */
export async function readZaak(
  { zaken, catalogi }: Zgw,
  nameOf: ReturnType<typeof typeNames>,
  rsin: string,
  identificatie: string,
): Promise<Answer<FoundZaak | null>> {
  const found = await zaken.zakenNumbered(identificatie);
  if (!found.ok) return found;
  const ours = found.value.find(({ bronorganisatie }) => bronorganisatie === rsin);
  // Two organisations may have used one number: then nobody can tell which is meant.
  const zaak = ours ?? (found.value.length === 1 ? found.value[0] : undefined);
  if (!zaak) return { ok: true, value: null };
  const statusOf = async (url: string): Promise<Answer<NonNullable<ToldZaak['status']>>> => {
    const status = await zaken.status(url);
    if (!status.ok) return status;
    const { statustype, statustoelichting, datumStatusGezet } = status.value;
    const name = await nameOf(statustype, catalogi.statustype);
    if (!name.ok) return name;
    return {
      ok: true,
      value: { name: name.value, text: statustoelichting, since: instant(datumStatusGezet) },
    };
  };
  const resultOf = async (url: string): Promise<Answer<string>> => {
    const resultaat = await zaken.resultaat(url);
    return resultaat.ok ? nameOf(resultaat.value.resultaattype, catalogi.resultaattype) : resultaat;
  };
  const [zaaktype, status, result, rollen, initiators] = await Promise.all([
    nameOf(zaak.zaaktype, catalogi.zaaktype),
    zaak.status ? statusOf(zaak.status) : NOTHING,
    zaak.resultaat ? resultOf(zaak.resultaat) : NOTHING,
    zaken.rollen(zaak.url, 'behandelaar'),
    zaken.rollen(zaak.url, 'initiator'),
  ]);
  const department =
    rollen.ok && rollen.value.find(({ betrokkeneType }) => betrokkeneType === 'organisatorische_eenheid');
  const told: ToldZaak = {
    partial: ![zaaktype, status, result, rollen].every(({ ok }) => ok),
    zaakIdentificatie: zaak.identificatie,
    zaaktype: (zaaktype.ok && zaaktype.value) || null,
    omschrijving: zaak.omschrijving,
    registeredOn: zaak.registratiedatum || null,
    startedOn: zaak.startdatum,
    endedOn: zaak.einddatum || null,
    status: status.ok ? status.value : null,
    plannedOn: zaak.einddatumGepland || null,
    dueOn: zaak.uiterlijkeEinddatumAfdoening || null,
    result: result.ok ? result.value : null,
    department: (department && department.betrokkeneIdentificatie?.naam) || null,
  };
  const numbers = (initiators.ok ? initiators.value : []).map((rol) => rol.betrokkeneIdentificatie?.inpBsn);
  return {
    ok: true,
    value: { told, subjects: [...new Set(numbers.filter((number) => typeof number === 'string'))] },
  };
}

const NOTHING = { ok: true, value: null } as const;

/** UTC, whatever offset the source writes. */
export function instant(text: string | null | undefined): string | null {
  const moment = Date.parse(text ?? '');
  return Number.isNaN(moment) ? null : new Date(moment).toISOString();
}
