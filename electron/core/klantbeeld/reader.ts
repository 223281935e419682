import type {
  KlantbeeldContact,
  KlantbeeldTaak,
  KlantbeeldZaak,
} from '../../../shared/contract/klantbeeld.ts';
import {
  type Answer,
  type CentralHealth,
  createHttpClient,
  createKlantinteracties,
  createZgw,
  type ListedKlantcontact,
} from '../central/index.ts';
import type { Clock, Secrets } from '../ports.ts';
import type { Config } from '../settings/config-schema.ts';
import { findContacten, shownContacten } from './read-contacten.ts';
import { readTaken } from './read-taken.ts';
import { type FoundZaak, readZaak, typeNames } from './read-zaak.ts';
import { readZaken, statusNames, type Told } from './read-zaken.ts';

/** Who asks; lands in the audit trail of the zaaksysteem. */
export interface KlantbeeldAsker {
  readonly loginName: string;
  readonly name: string;
}

/** Reads the klantbeeld from the central systems, source by source. */
export interface KlantbeeldReader {
  zaken(burgerservicenummer: string, asker: KlantbeeldAsker): Promise<Answer<Told<KlantbeeldZaak>>>;
  contacten(burgerservicenummer: string, asker: KlantbeeldAsker): Promise<Answer<Told<KlantbeeldContact>>>;
  /** The internetaken that are not done yet. */
  taken(burgerservicenummer: string, asker: KlantbeeldAsker): Promise<Answer<Told<KlantbeeldTaak>>>;
  /** One zaak by its number, whoever it is for; null when there is none. */
  zaak(identificatie: string, asker: KlantbeeldAsker): Promise<Answer<FoundZaak | null>>;
  stop(): Promise<void>;
}

const CONNECTIONS = 4;

/** See `KlantbeeldReader`; with connections of its own, so that a clerk does not wait for what is being sent. */
export function createKlantbeeldReader(deps: {
  readonly config: Pick<Config, 'central' | 'municipality'>;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly health: CentralHealth;
  readonly authorities?: readonly string[];
}): KlantbeeldReader {
  const { clock, health, secrets } = deps;
  const { zgw: zgwConfig, klantinteracties, timeoutSeconds } = deps.config.central;
  const http = createHttpClient({
    clock,
    health,
    timeoutMs: timeoutSeconds * 1000,
    connections: CONNECTIONS,
    authorities: deps.authorities ?? [],
  });
  const zgw = createZgw({ http, config: zgwConfig, secrets });
  const contacts = createKlantinteracties({ http, config: klantinteracties, secrets });
  const nameOf = typeNames();
  const nameOfStatus = statusNames(nameOf);
  const as = ({ loginName, name }: KlantbeeldAsker) => zgw({ id: loginName, name });
  // Contacts and tasks start from one list, and are looked at together: it is asked once.
  const asked = new Map<string, Promise<Answer<Told<ListedKlantcontact>>>>();
  const contactsOf = (bsn: string, asker: KlantbeeldAsker): Promise<Answer<Told<ListedKlantcontact>>> => {
    const key = `${asker.loginName} ${bsn}`;
    const running = asked.get(key);
    if (running) return running;
    const asking = findContacten(as(asker), contacts, bsn, klantinteracties.findByBsn).finally(() =>
      asked.delete(key),
    );
    asked.set(key, asking);
    return asking;
  };
  return {
    zaken: (bsn, asker) => readZaken(as(asker), nameOfStatus, bsn),
    contacten: async (bsn, asker) => {
      const found = await contactsOf(bsn, asker);
      return found.ok ? { ok: true, value: shownContacten(found.value) } : found;
    },
    taken: async (bsn, asker) => {
      const found = await contactsOf(bsn, asker);
      return found.ok ? readTaken(contacts, found.value) : found;
    },
    zaak: (identificatie, asker) => readZaak(as(asker), nameOf, deps.config.municipality.rsin, identificatie),
    stop: () => http.stop(),
  };
}
