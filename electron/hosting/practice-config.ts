import { Config } from '../core/settings/config-schema.ts';
import { PRACTICE_TEMPLATES } from '../practice/index.ts';
import { PRACTICE_COUNTER } from './practice-counter.ts';
import type { Endpoint } from '../../shared/contract/device-protocol.ts';

/** Names under which the practice credentials are found. */
export const PRACTICE_SECRETS = {
  zgw: 'oefenen-zgw',
  klantinteracties: 'oefenen-klantinteracties',
  brp: 'oefenen-brp',
  agenda: 'oefenen-agenda',
  notify: 'oefenen-notify',
} as const;

export interface PracticePlaces {
  /** Origin of the practice zaaksysteem, such as http://127.0.0.1:4711. */
  readonly origin: string;
  readonly zgwClientId: string;
  readonly receiptPrinter: Readonly<Record<string, Endpoint>>;
  readonly ticketDispenser: Readonly<Record<string, Endpoint>>;
  readonly documentReader: Readonly<Record<string, Endpoint>>;
  /** Left out: card payments are confirmed by hand. */
  readonly paymentTerminal?: Readonly<Record<string, Endpoint>>;
  readonly codeScanner: Readonly<Record<string, Endpoint>>;
  /** Left out: the visitor signs on the screen. */
  readonly signaturePad?: Readonly<Record<string, Endpoint>>;
  readonly displayPort: number;
}

/** The names are those of the kiosk, in its other languages. */
const GROUPS = [
  {
    letter: 'P',
    name: 'Paspoort en ID-kaart',
    normMinutes: 10,
    bring: ['uw oude paspoort of ID-kaart', 'een nieuwe pasfoto'],
    bringIn: {
      en: ['your old passport or ID card', 'a new passport photo'],
      de: ['Ihren alten Reisepass oder Ausweis', 'ein neues Passfoto'],
      tr: ['eski pasaportunuz veya kimlik kartınız', 'yeni bir vesikalık fotoğraf'],
      ar: ['جواز سفرك القديم أو بطاقة الهوية القديمة', 'صورة شخصية جديدة'],
      uk: ['ваш старий паспорт або посвідчення особи', 'нова фотографія на паспорт'],
      pl: ['stary paszport lub dowód osobisty', 'nowe zdjęcie paszportowe'],
    },
    askPersons: true,
    askAlso: true,
    names: {
      en: 'Passport and ID card',
      de: 'Reisepass und Ausweis',
      tr: 'Pasaport ve kimlik kartı',
      ar: 'جواز السفر وبطاقة الهوية',
      uk: 'Паспорт і посвідчення особи',
      pl: 'Paszport i dowód osobisty',
    },
  },
  {
    letter: 'R',
    name: 'Rijbewijs',
    normMinutes: 10,
    bring: ['uw oude rijbewijs', 'een nieuwe pasfoto'],
    bringIn: {
      en: ['your old driving licence', 'a new passport photo'],
      de: ['Ihren alten Führerschein', 'ein neues Passfoto'],
      tr: ['eski sürücü belgeniz', 'yeni bir vesikalık fotoğraf'],
      ar: ['رخصة القيادة القديمة', 'صورة شخصية جديدة'],
      uk: ['ваше старе посвідчення водія', 'нова фотографія на паспорт'],
      pl: ['stare prawo jazdy', 'nowe zdjęcie paszportowe'],
    },
    names: {
      en: 'Driving licence',
      de: 'Führerschein',
      tr: 'Sürücü belgesi',
      ar: 'رخصة القيادة',
      uk: 'Посвідчення водія',
      pl: 'Prawo jazdy',
    },
  },
  {
    letter: 'U',
    name: 'Uittreksels en akten',
    normMinutes: 15,
    names: {
      en: 'Extracts and certificates',
      de: 'Auszüge und Urkunden',
      tr: 'Kayıt örnekleri ve belgeler',
      ar: 'المستخرجات والشهادات',
      uk: 'Витяги та свідоцтва',
      pl: 'Odpisy i akty',
    },
  },
  {
    letter: 'V',
    name: 'Verhuizen',
    normMinutes: 15,
    names: {
      en: 'Moving house',
      de: 'Umzug',
      tr: 'Taşınma',
      ar: 'تغيير السكن',
      uk: 'Переїзд',
      pl: 'Przeprowadzka',
    },
  },
  {
    letter: 'O',
    name: 'Overig',
    normMinutes: 20,
    names: {
      en: 'Something else',
      de: 'Etwas anderes',
      tr: 'Başka bir konu',
      ar: 'شيء آخر',
      uk: 'Інше',
      pl: 'Inna sprawa',
    },
  },
] as const;

/** It passes the 11-proef, but lies in the range for tests. */
export const PRACTICE_RSIN = '999999990';

/**
 * The configuration of the practice environment: a made-up municipality, nothing but this PC. Throws when any address in it would leave this PC.
 */
export function practiceConfig(places: PracticePlaces): Config {
  const api = (path: string) => `${places.origin}/${path}`;
  const config = Config.parse({
    municipality: { name: 'Gemeente Oefenstad', rsin: PRACTICE_RSIN, gemeentecode: '9999' },
    location: { id: 'oefenhal', name: 'Oefenhal' },
    workstation: { id: 'OEFEN1', number: 999, counter: PRACTICE_COUNTER },
    central: {
      zgw: {
        zakenUrl: api('zaken/api/v1'),
        documentenUrl: api('documenten/api/v1'),
        catalogiUrl: api('catalogi/api/v1'),
        clientId: places.zgwClientId,
        secretName: PRACTICE_SECRETS.zgw,
      },
      klantinteracties: {
        url: api('klantinteracties/api/v1'),
        secretName: PRACTICE_SECRETS.klantinteracties,
      },
      brp: { url: api('haalcentraal/api/brp'), secretName: PRACTICE_SECRETS.brp },
      notify: {
        baseUrl: api('notify'),
        secretName: PRACTICE_SECRETS.notify,
        templates: PRACTICE_TEMPLATES,
        webForms: {
          verhuizing: 'https://www.oefenstad.example/verhuizen',
          'brp-uittreksel': 'https://www.oefenstad.example/uittreksel',
        },
      },
    },
    devices: [
      { role: 'receipt-printer', driver: 'escpos', endpoints: places.receiptPrinter },
      {
        role: 'ticket-dispenser',
        driver: 'escpos-numato',
        endpoints: places.ticketDispenser,
        settings: { buttons: GROUPS.length },
      },
      { role: 'document-reader', driver: 'elyctis', endpoints: places.documentReader },
      ...(places.paymentTerminal
        ? [
            {
              role: 'payment-terminal',
              driver: 'zvt',
              endpoints: places.paymentTerminal,
              settings: { receipt: 'counter' },
            },
          ]
        : []),
      {
        role: 'code-scanner',
        driver: 'honeywell-scanner',
        endpoints: places.codeScanner,
        settings: { menu: 'OCRENA0' },
      },
      ...(places.signaturePad
        ? [{ role: 'signature-pad', driver: 'wacom-stu', endpoints: places.signaturePad }]
        : []),
    ],
    cashDrawer: 'atCash',
    hall: { groups: GROUPS.map((group, index) => ({ ...group, button: index + 1 })) },
    display: {
      port: places.displayPort,
      interface: '127.0.0.1',
      languages: ['nl', 'en'],
      // On a port that is known beforehand the pages of visitors have an address on this PC.
      ...(places.displayPort > 0 && {
        visitorPage: {
          url: `http://127.0.0.1:${places.displayPort}`,
          directions: { [PRACTICE_COUNTER]: 'left', 2: 'right' },
        },
      }),
    },
    kiosk: { port: 0 },
    agenda: {
      source: api('agenda/afspraken.json'),
      format: 'json',
      refreshMinutes: 1,
      secretName: PRACTICE_SECRETS.agenda,
      groups: {
        'Paspoort aanvragen': 'P',
        'Rijbewijs verlengen': 'R',
        Uittreksel: 'U',
        Verhuizing: 'V',
      },
    },
    handOver: [
      {
        kind: 'afdeling',
        id: 'vergunningen',
        name: 'Afdeling Vergunningen',
        workingDays: 3,
        questions: ['Om welke vergunning gaat het?', 'Om welk adres gaat het?'],
      },
      {
        kind: 'groep',
        id: 'kcc',
        name: 'Klantcontactcentrum',
        workingDays: 1,
        questions: ['Wat is de vraag?'],
      },
      {
        kind: 'medewerker',
        id: 'c.collega',
        name: 'Chris Collega',
        workingDays: 2,
        questions: ['Wat is de vraag?'],
      },
    ],
  });
  refuseOutside(config);
  return config;
}

/** Throws, naming the key, when an address of a practice configuration is not on this PC. */
export function refuseOutside(config: Config): void {
  const { zgw, klantinteracties, brp, notify } = config.central;
  const urls = {
    'central.zgw.zakenUrl': zgw.zakenUrl,
    'central.zgw.documentenUrl': zgw.documentenUrl,
    'central.zgw.catalogiUrl': zgw.catalogiUrl,
    'central.klantinteracties.url': klantinteracties.url,
    'central.brp.url': brp.url,
    ...(notify && { 'central.notify.baseUrl': notify.baseUrl }),
    ...(config.agenda && { 'agenda.source': config.agenda.source }),
  };
  for (const [key, url] of Object.entries(urls))
    if (new URL(url).hostname !== '127.0.0.1') throw new Error(`practice never leaves this PC: ${key}`);
  for (const device of config.devices)
    for (const [name, endpoint] of Object.entries(device.endpoints))
      if ((endpoint.kind !== 'tcp' && endpoint.kind !== 'hid-tcp') || endpoint.host !== '127.0.0.1')
        throw new Error(`practice never leaves this PC: devices.${device.role}.${name}`);
  if (config.display.interface !== '127.0.0.1')
    throw new Error('practice never leaves this PC: display.interface');
  if (config.kiosk && config.kiosk.interface !== '127.0.0.1')
    throw new Error('practice never leaves this PC: kiosk.interface');
}
