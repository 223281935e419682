import { assertNever } from '../../../shared/lib/assert-never.ts';
import { type JsonObject, objectOf, scalarText, textOf } from '../json.ts';
import { compact, toDatum, toTable } from './gba-values.ts';
import { inOnderzoek, livesElsewhere, readResearch, type Research } from './in-research.ts';
import { toSalutation } from './names.ts';

/** Which kind of verblijfplaats a GBA record holds. */
type Residence = 'Adres' | 'Locatie' | 'VerblijfplaatsBuitenland' | 'VerblijfplaatsOnbekend';

const NETHERLANDS = '6030';
const UNKNOWN = '0000';

/** The `verblijfplaats` of a person in the form of its type. */
export function toResidence(gba: JsonObject): JsonObject | undefined {
  const type = residenceType(gba);
  if (type === undefined) return undefined;
  const research = readResearch(objectOf(gba.inOnderzoek));
  const common = {
    type,
    datumIngangGeldigheid: toDatum(gba.datumIngangGeldigheid),
    functieAdres: type === 'Adres' || type === 'Locatie' ? toTable(gba.functieAdres) : undefined,
    indicatieVastgesteldVerblijftNietOpAdres: livesElsewhere(research),
  };
  switch (type) {
    case 'Adres':
      return compact({
        ...common,
        verblijfadres: dutchAddress(gba, research),
        datumVan: toDatum(gba.datumAanvangAdreshouding),
        adresseerbaarObjectIdentificatie: textOf(gba.adresseerbaarObjectIdentificatie),
        nummeraanduidingIdentificatie: textOf(gba.nummeraanduidingIdentificatie),
        inOnderzoek: inOnderzoek(research, {
          type: ['1110', '1120', '1160', '1180', '1190'],
          functieAdres: ['1010'],
          datumVan: ['1030'],
          datumIngangGeldigheid: ['8510'],
          adresseerbaarObjectIdentificatie: ['1180'],
          nummeraanduidingIdentificatie: ['1190'],
        }),
      });
    case 'Locatie':
      return compact({
        ...common,
        verblijfadres: compact({
          locatiebeschrijving: textOf(gba.locatiebeschrijving),
          inOnderzoek: inOnderzoek(research, { locatiebeschrijving: ['1210'] }),
        }),
        datumVan: toDatum(gba.datumAanvangAdreshouding),
        inOnderzoek: inOnderzoek(research, { type: ['1210'], datumVan: ['1030'], functieAdres: ['1010'] }),
      });
    case 'VerblijfplaatsBuitenland':
      return compact({
        ...common,
        verblijfadres: compact({
          regel1: textOf(gba.regel1),
          regel2: textOf(gba.regel2),
          regel3: textOf(gba.regel3),
          land: toTable(gba.land),
          inOnderzoek: inOnderzoek(research, {
            land: ['1310'],
            regel1: ['1330'],
            regel2: ['1340'],
            regel3: ['1350'],
          }),
        }),
        datumVan: toDatum(gba.datumAanvangAdresBuitenland),
        inOnderzoek: inOnderzoek(research, { type: ['1310'], datumVan: ['1320'] }),
      });
    case 'VerblijfplaatsOnbekend':
      return compact({
        ...common,
        datumVan: toDatum(gba.datumAanvangAdresBuitenland),
        inOnderzoek: inOnderzoek(research, { type: ['1310'], datumVan: ['1320'] }),
      });
    default:
      return assertNever(type);
  }
}

/** The `adressering` of a person: address lines as on an envelope, and the salutation. */
export function toAddressing(person: JsonObject): JsonObject | undefined {
  const gba = objectOf(person.verblijfplaats);
  const research = readResearch(objectOf(gba.inOnderzoek));
  const type = residenceType(gba);
  return compact({
    ...toSalutation(person),
    ...addressLines(gba, type, textOf(objectOf(person.gemeenteVanInschrijving).omschrijving)),
    indicatieVastgesteldVerblijftNietOpAdres: livesElsewhere(research),
    inOnderzoek: inOnderzoek(
      research,
      {
        adresregel1: ['1110', '1120', '1130', '1140', '1150', '1210', '1330'],
        adresregel2: ['1160', '1170', '1340', '0910'],
      },
      'datumIngangOnderzoekVerblijfplaats',
    ),
  });
}

function residenceType(gba: JsonObject): Residence | undefined {
  const land = textOf(objectOf(gba.land).code);
  if (textOf(gba.locatiebeschrijving) !== '') return 'Locatie';
  if (land === UNKNOWN) return 'VerblijfplaatsOnbekend';
  if (land !== '' && land !== NETHERLANDS) return 'VerblijfplaatsBuitenland';
  const straat = textOf(gba.straat);
  if (straat === '') return undefined;
  return straat === '.' ? 'VerblijfplaatsOnbekend' : 'Adres';
}

function dutchAddress(gba: JsonObject, research: Research | undefined): JsonObject | undefined {
  const huisnummer = Number(scalarText(gba.huisnummer));
  return compact({
    officieleStraatnaam: textOf(gba.naamOpenbareRuimte),
    korteStraatnaam: textOf(gba.straat).slice(0, 24),
    huisnummer: huisnummer > 0 ? huisnummer : undefined,
    huisletter: textOf(gba.huisletter),
    huisnummertoevoeging: textOf(gba.huisnummertoevoeging),
    aanduidingBijHuisnummer: toTable(gba.aanduidingBijHuisnummer),
    postcode: textOf(gba.postcode),
    woonplaats: textOf(gba.woonplaats),
    inOnderzoek: inOnderzoek(research, {
      korteStraatnaam: ['1110'],
      officieleStraatnaam: ['1115'],
      huisnummer: ['1120'],
      huisletter: ['1130'],
      huisnummertoevoeging: ['1140'],
      aanduidingBijHuisnummer: ['1150'],
      postcode: ['1160'],
      woonplaats: ['1170'],
    }),
  });
}

function addressLines(gba: JsonObject, type: Residence | undefined, gemeente: string): JsonObject {
  const lines = (...texts: readonly string[]): JsonObject =>
    Object.fromEntries(
      texts.map((text, index) => [`adresregel${index + 1}`, text] as const).filter(([, text]) => text !== ''),
    );
  switch (type) {
    case 'Adres': {
      const marker = { to: 't/o', by: 'bij' }[textOf(objectOf(gba.aanduidingBijHuisnummer).code)] ?? '';
      const addition = textOf(gba.huisnummertoevoeging);
      const number = `${scalarText(gba.huisnummer)}${textOf(gba.huisletter)}`;
      const street = [textOf(gba.straat), marker, number + (addition === '' ? '' : `-${addition}`)];
      const postcode = textOf(gba.postcode).replace(/^(\d{4}) ?(\w{2})$/, '$1 $2');
      const town = (textOf(gba.woonplaats) || gemeente).toUpperCase();
      return lines(
        street.filter((part) => part !== '').join(' '),
        postcode === '' ? town : `${postcode}  ${town}`,
      );
    }
    case 'Locatie':
      return lines(textOf(gba.locatiebeschrijving), gemeente.toUpperCase());
    case 'VerblijfplaatsBuitenland':
      return {
        ...lines(textOf(gba.regel1), textOf(gba.regel2), textOf(gba.regel3)),
        land: toTable(gba.land) ?? {},
      };
    default:
      return {};
  }
}
