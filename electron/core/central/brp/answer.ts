import { z } from 'zod';

/** A date of the BRP: whole, or with unknown parts (polymorph by `type`). */
export const BrpDate = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Datum'), datum: z.iso.date(), langFormaat: z.string() }),
  z.object({
    type: z.literal('JaarMaandDatum'),
    jaar: z.int(),
    maand: z.int().min(1).max(12),
    langFormaat: z.string(),
  }),
  z.object({ type: z.literal('JaarDatum'), jaar: z.int(), langFormaat: z.string() }),
  z.object({ type: z.literal('DatumOnbekend'), langFormaat: z.string().default('onbekend') }),
]);
export type BrpDate = z.infer<typeof BrpDate>;

const Table = z.object({ code: z.string().optional(), omschrijving: z.string().optional() });
const Address = z.object({
  adresregel1: z.string().optional(),
  adresregel2: z.string().optional(),
  adresregel3: z.string().optional(),
  land: Table.optional(),
  indicatieVastgesteldVerblijftNietOpAdres: z.boolean().optional(),
  inOnderzoek: z.unknown().optional(),
});

const Shared = z.object({
  burgerservicenummer: z.string().regex(/^\d{9}$/),
  geheimhoudingPersoonsgegevens: z.boolean().optional(),
  opschortingBijhouding: z.object({ reden: Table.optional() }).optional(),
  inOnderzoek: z.unknown().optional(),
  rni: z.array(z.unknown()).optional(),
  naam: z
    .object({
      voornamen: z.string().default(''),
      voorvoegsel: z.string().default(''),
      geslachtsnaam: z.string().default(''),
      voorletters: z.string().default(''),
      volledigeNaam: z.string().optional(),
      inOnderzoek: z.unknown().optional(),
    })
    .prefault({}),
  geboorte: z.object({ datum: BrpDate.optional(), inOnderzoek: z.unknown().optional() }).optional(),
});

const Holder = z.object({ naam: z.object({ volledigeNaam: z.string().optional() }).optional() });
/** Gezag over the person himself, or of him over a child; which of the holders are there depends on `type`. */
const Gezagsrelatie = z.object({
  type: z.string(),
  minderjarige: z.object({ burgerservicenummer: z.string() }).optional(),
  ouders: z.array(Holder).optional(),
  ouder: Holder.optional(),
  derde: Holder.optional(),
  derden: z.array(Holder).optional(),
  inOnderzoek: z.boolean().optional(),
});

/** The fields that we ask of a person (Persoon); what is null, false or default is absent. */
export const Person = Shared.extend({
  geslacht: Table.optional(),
  leeftijd: z.int().optional(),
  adressering: Address.extend({
    aanschrijfwijze: z.object({ naam: z.string().optional() }).optional(),
  }).optional(),
  nationaliteiten: z
    .array(
      z.object({ type: z.string(), nationaliteit: Table.optional(), inOnderzoek: z.unknown().optional() }),
    )
    .optional(),
  indicatieCurateleRegister: z.boolean().optional(),
  gezag: z.array(Gezagsrelatie).optional(),
});
export type Person = z.infer<typeof Person>;

/** The fields that we ask of a candidate (PersoonBeperkt). */
export const Candidate = Shared.extend({ adressering: Address.optional() });
export type Candidate = z.infer<typeof Candidate>;

export const PersonAnswer = z.object({ personen: z.array(Person).max(20) });
export const CandidateAnswer = z.object({ personen: z.array(Candidate).max(30) });
