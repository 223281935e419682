import type { PersonPurpose } from '../../ports.ts';
import type { CentralConfig } from '../../settings/config-schema.ts';

/** Why the BRP is asked: who somebody is, or who has gezag over him for a product of this zaaktype. */
export type BrpPurpose = PersonPurpose | { readonly gezagFor: string };

/** A purpose in the words of the municipality: both go to the gateway where its headers say so, `verwerking` to the log. */
export interface NamedPurpose {
  readonly doelbinding: string;
  readonly verwerking: string;
}

const DEFAULTS: Readonly<Record<PersonPurpose | 'gezag', NamedPurpose>> = {
  identification: { doelbinding: '', verwerking: 'balie: identificatie' },
  verification: { doelbinding: '', verwerking: 'balie-verificatie-achteraf' },
  check: { doelbinding: '', verwerking: 'controle' },
  gezag: { doelbinding: '', verwerking: 'balie: gezag bij {zaaktype}' },
};

/** What a purpose is called here; in that of gezag `{zaaktype}` is filled in. */
export function namedPurpose({ purposes }: CentralConfig['brp'], purpose: BrpPurpose): NamedPurpose {
  const [key, zaaktype] =
    typeof purpose === 'string' ? [purpose, ''] : (['gezag', purpose.gezagFor] as const);
  const wordOf = (part: keyof NamedPurpose): string =>
    (purposes?.[key]?.[part] ?? DEFAULTS[key][part]).replaceAll('{zaaktype}', zaaktype);
  return { doelbinding: wordOf('doelbinding'), verwerking: wordOf('verwerking') };
}

const IDENTIFICATION = [
  'burgerservicenummer',
  'naam.voornamen',
  'naam.voorvoegsel',
  'naam.geslachtsnaam',
  'naam.voorletters',
  'naam.volledigeNaam',
  'geslacht',
  'leeftijd',
  'geboorte.datum',
  'nationaliteiten.type',
  'nationaliteiten.nationaliteit',
  'adressering.aanschrijfwijze.naam',
  'adressering.adresregel1',
  'adressering.adresregel2',
  'adressering.adresregel3',
  'adressering.land',
  'indicatieCurateleRegister',
];
/** All that a document told, and so all that can be compared with it afterwards. */
const NAME_AND_BIRTH = [
  'burgerservicenummer',
  'naam.voornamen',
  'naam.voorvoegsel',
  'naam.geslachtsnaam',
  'geboorte.datum',
];

/**
 * Exactly what is shown, recorded or compared of a person, nothing more. What the BRP delivers by itself (geheimhouding,
 * inOnderzoek, opschortingBijhouding, rni, verificatie) may not be asked (BRP API Personen 2.7). The check asks for
 * nobody all that the counter may ask: whether we may.
 */
export const PERSON_FIELDS: Readonly<Record<PersonPurpose, readonly string[]>> = {
  identification: IDENTIFICATION,
  verification: NAME_AND_BIRTH,
  check: [...IDENTIFICATION, 'gezag'],
};

/** What a product asks of a minor that an identification does not; the number comes along, for the log. */
export const GEZAG_FIELDS: readonly string[] = ['burgerservicenummer', 'gezag'];

const CANDIDATE = [
  'burgerservicenummer',
  'naam.voornamen',
  'naam.geslachtsnaam',
  'naam.volledigeNaam',
  'geboorte.datum',
  'adressering.adresregel1',
  'adressering.adresregel2',
  'adressering.adresregel3',
  'adressering.land',
];

/** What a list of candidates shows, so that the clerk can tell them apart; afterwards only what is compared. */
export const CANDIDATE_FIELDS: Readonly<Record<PersonPurpose, readonly string[]>> = {
  identification: CANDIDATE,
  verification: NAME_AND_BIRTH,
  check: CANDIDATE,
};
