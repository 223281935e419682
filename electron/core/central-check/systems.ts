import type { Finding } from '../../../shared/contract/central-check.ts';
import {
  type Answer,
  type CentralSystem,
  createHttpClient,
  createKlantinteracties,
  createZgw,
  type HttpClient,
  probeBrp,
  type Zgw,
  createCentralHealth,
} from '../central/index.ts';
import type { Clock, Secrets } from '../ports.ts';
import type { Config } from '../settings/config-schema.ts';
import { explain, type Place } from './advice.ts';
import { notifyFindings } from './notify-findings.ts';

/** Who the check asks as; lands in the logs of the central systems. */
export interface Asker {
  readonly loginName: string;
  readonly name: string;
}

export interface CheckDeps {
  readonly config: Pick<Config, 'central' | 'municipality'>;
  readonly secrets: Secrets;
  /** PEM of certificate authorities to trust beside those of this computer. */
  readonly authorities: readonly string[];
  readonly clock: Clock;
}

/** The ways to the central systems for one check, apart from those of the counter: it spoils no state there. */
export interface Lines {
  readonly http: HttpClient;
  readonly zgw: Zgw;
  readonly place: (system: CentralSystem, right: string) => Place;
  readonly address: Readonly<Record<CentralSystem, string>>;
  /** One harmless question to each system but the catalogus, which is asked for the products. */
  readonly probes: Readonly<
    Record<Exclude<CentralSystem, 'catalogi' | 'notify'>, () => Promise<Answer<unknown>>>
  >;
  /** Of NotifyNL; undefined where it is not configured. */
  readonly notify: ((productIds: readonly string[]) => Promise<Finding[]>) | undefined;
}

/** What no zaak, document or contact is called. */
const NOTHING = 'WAARMEE-CONTROLE';
const MAX_CONNECTIONS = 4;
/** A clock that is further off makes dates on receipts and in logs wrong; requests follow the server's clock anyway. */
const CLOCK_SECONDS = 60;

const RIGHTS: Readonly<Record<CentralSystem, string>> = {
  zaken: 'scope zaken.lezen',
  documenten: 'scope documenten.lezen',
  catalogi: 'scope catalogi.lezen',
  klantinteracties: 'klantcontacten lezen',
  brp: 'personen raadplegen met de gegevens die de balie toont',
  notify: 'berichten versturen',
};

/** Opens the lines; stop `http` afterwards. */
export function openLines({ config, secrets, authorities, clock }: CheckDeps, asker: Asker): Lines {
  const { zgw: zgwConfig, klantinteracties, brp, notify, timeoutSeconds } = config.central;
  const http = createHttpClient({
    clock,
    health: createCentralHealth(clock),
    timeoutMs: timeoutSeconds * 1000,
    connections: MAX_CONNECTIONS,
    authorities,
  });
  const zgw = createZgw({ http, config: zgwConfig, secrets })({ id: asker.loginName, name: asker.name });
  const contacts = createKlantinteracties({ http, config: klantinteracties, secrets });
  const { rsin } = config.municipality;
  const context = { staffId: asker.loginName, loginName: asker.loginName, purpose: 'check' } as const;
  const { clientId } = zgwConfig;
  const places: Readonly<Record<CentralSystem, Omit<Place, 'right'>>> = {
    zaken: { ...ofZgw('zakenUrl', 'zaken'), secretName: zgwConfig.secretName, clientId },
    documenten: { ...ofZgw('documentenUrl', 'documenten'), secretName: zgwConfig.secretName, clientId },
    catalogi: { ...ofZgw('catalogiUrl', 'catalogi'), secretName: zgwConfig.secretName, clientId },
    klantinteracties: {
      urlKey: 'central.klantinteracties.url',
      endsIn: '/klantinteracties/api/v1',
      secretName: klantinteracties.secretName,
    },
    brp: { urlKey: 'central.brp.url', endsIn: '/brp of /brp/personen', secretName: brp.secretName },
    notify: {
      urlKey: 'central.notify.baseUrl',
      endsIn: 'de naam van de server, zonder /v2',
      secretName: notify?.secretName ?? '',
    },
  };
  return {
    http,
    zgw,
    place: (system, right) => ({ ...places[system], right }),
    address: {
      zaken: zgwConfig.zakenUrl,
      documenten: zgwConfig.documentenUrl,
      catalogi: zgwConfig.catalogiUrl,
      klantinteracties: klantinteracties.url,
      brp: brp.url,
      notify: notify?.baseUrl ?? '',
    },
    notify:
      notify &&
      ((productIds) =>
        notifyFindings(
          { http, config: notify, secrets, productIds },
          { ...places.notify, right: RIGHTS.notify },
        )),
    probes: {
      zaken: () => zgw.zaken.findZaken(rsin, NOTHING),
      documenten: () => zgw.documenten.find(rsin, NOTHING),
      klantinteracties: () => contacts.findActor(NOTHING, 'mdw'),
      brp: () => probeBrp({ http, config: brp, secrets }, context, '0'.repeat(31) + '1'),
    },
  };
}

function ofZgw(key: string, api: string): Pick<Place, 'urlKey' | 'endsIn'> {
  return { urlKey: `central.zgw.${key}`, endsIn: `/${api}/api/v1` };
}

/** What is wrong with the way to a system, after its first answer. */
export function systemFindings(lines: Lines, system: CentralSystem, answer: Answer<unknown>): Finding[] {
  return answer.ok ? [] : [explain(answer.error, lines.place(system, RIGHTS[system]))];
}

/** How far the server's clock is ahead of ours in whole seconds, null when it told none; and whether that is too far. */
export function clockOf(
  { http, address }: Lines,
  system: CentralSystem,
  now: Date,
): { readonly clockOffsetSeconds: number | null; readonly findings: Finding[] } {
  const url = address[system];
  if (!http.knowsClock(url)) return { clockOffsetSeconds: null, findings: [] };
  const seconds = Math.round((http.serverTime(url, now).getTime() - now.getTime()) / 1000);
  if (Math.abs(seconds) <= CLOCK_SECONDS) return { clockOffsetSeconds: seconds, findings: [] };
  return {
    clockOffsetSeconds: seconds,
    findings: [
      {
        what: `De klok van deze pc loopt ${Math.abs(seconds)} seconden ${seconds > 0 ? 'achter' : 'voor'} op die van de server.`,
        advice:
          'Zet op deze pc de tijdsynchronisatie (NTP) aan, of vraag de beheerder naar de klok van de server.',
      },
    ],
  };
}
