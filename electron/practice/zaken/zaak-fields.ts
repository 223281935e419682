import * as field from '../fields.ts';

const CONFIDENTIALITY = field.choice(
  'openbaar',
  'beperkt_openbaar',
  'intern',
  'zaakvertrouwelijk',
  'vertrouwelijk',
  'confidentieel',
  'geheim',
  'zeer_geheim',
);

/** The words for `betalingsindicatieWeergave`. */
export const PAYMENT_WORDS: Readonly<Record<string, string>> = {
  nvt: 'Er is geen sprake van te betalen, met de zaak gemoeide, kosten.',
  nog_niet: 'De met de zaak gemoeide kosten zijn (nog) niet betaald.',
  gedeeltelijk: 'De met de zaak gemoeide kosten zijn gedeeltelijk betaald.',
  geheel: 'De met de zaak gemoeide kosten zijn geheel betaald.',
  gefactureerd: 'De met de zaak gemoeide kosten zijn gefactureerd.',
  gecrediteerd: 'De met de zaak gemoeide kosten zijn gecrediteerd.',
  betaald: 'De met de zaak gemoeide kosten zijn betaald.',
};

/** What a client may write of a zaak (Zaken API 1.5.1, ZaakRequest). */
export const ZAAK_FIELDS: field.Fields = {
  identificatie: field.text(40, /^[A-Za-z0-9_ -]+$/),
  bronorganisatie: field.required(field.elevenTest()),
  omschrijving: field.text(80),
  toelichting: field.text(1000),
  zaaktype: field.required(field.address()),
  registratiedatum: field.optional(field.day()),
  verantwoordelijkeOrganisatie: field.required(field.elevenTest()),
  startdatum: field.required(field.day()),
  einddatumGepland: field.nullable(field.day()),
  uiterlijkeEinddatumAfdoening: field.nullable(field.day()),
  publicatiedatum: field.nullable(field.day()),
  laatstGeopend: field.nullable(field.instant()),
  communicatiekanaal: field.address(),
  communicatiekanaalNaam: field.text(250),
  productenOfDiensten: field.listOf(field.address()),
  vertrouwelijkheidaanduiding: CONFIDENTIALITY,
  betalingsindicatie: field.choice(...Object.keys(PAYMENT_WORDS)),
  laatsteBetaaldatum: field.nullable(field.instant()),
  zaakgeometrie: field.nullable(field.anyObject()),
  verlenging: field.nullable(
    field.group({ reden: field.required(field.text(200)), duur: field.required(period()) }),
  ),
  opschorting: field.nullable(field.group({ indicatie: field.flag(), reden: field.text(200) })),
  selectielijstklasse: field.address(),
  hoofdzaak: field.nullable(field.address()),
  relevanteAndereZaken: field.listOf(
    field.group({
      url: field.required(field.address()),
      aardRelatie: field.required(field.choice('vervolg', 'onderwerp', 'bijdrage', 'overig')),
      overigeRelatie: field.text(100),
      toelichting: field.text(255),
    }),
  ),
  gerelateerdeZaken: field.listOf(field.group({ url: field.required(field.address()) })),
  kenmerken: field.listOf(
    field.group({ kenmerk: field.required(field.text(40)), bron: field.required(field.text(40)) }),
  ),
  archiefnominatie: field.nullable(field.choice('blijvend_bewaren', 'vernietigen')),
  archiefstatus: field.byDefault(
    'nog_te_archiveren',
    field.choice('nog_te_archiveren', 'gearchiveerd', 'gearchiveerd_procestermijn_onbekend', 'overgedragen'),
  ),
  archiefactiedatum: field.nullable(field.day()),
  opdrachtgevendeOrganisatie: field.optional(field.elevenTest()),
  processobjectaard: field.text(200),
  startdatumBewaartermijn: field.nullable(field.day()),
  processobject: field.nullable(field.anyObject()),
};

function period(): field.Field {
  return field.text(20, /^P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/);
}
