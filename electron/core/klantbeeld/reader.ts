import type { KlantbeeldZaak } from '../../../shared/contract/klantbeeld.ts';
import {
  type Answer,
  type CentralHealth,
  createHttpClient,
  createKlantinteracties,
  createZgw,
} from '../central/index.ts';
import type { Clock, Secrets } from '../ports.ts';
import type { Config } from '../settings/config-schema.ts';
import { readContacten, type ToldContacten } from './read-contacten.ts';
import { readZaken, statusNames, type Told } from './read-zaken.ts';

/** Who asks; lands in the audit trail of the zaaksysteem. */
export interface KlantbeeldAsker {
  readonly loginName: string;
  readonly name: string;
}

/** Reads the klantbeeld from the central systems, source by source. */
export interface KlantbeeldReader {
  zaken(burgerservicenummer: string, asker: KlantbeeldAsker): Promise<Answer<Told<KlantbeeldZaak>>>;
  contacten(burgerservicenummer: string, asker: KlantbeeldAsker): Promise<Answer<ToldContacten>>;
  stop(): Promise<void>;
}

const CONNECTIONS = 4;

/** See `KlantbeeldReader`; with connections of its own, so that a clerk does not wait for what is being sent. */
export function createKlantbeeldReader(deps: {
  readonly config: Pick<Config, 'central'>;
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
  const nameOfStatus = statusNames();
  const as = ({ loginName, name }: KlantbeeldAsker) => zgw({ id: loginName, name });
  return {
    zaken: (bsn, asker) => readZaken(as(asker), nameOfStatus, bsn),
    contacten: (bsn, asker) => readContacten(as(asker), contacts, bsn, klantinteracties.findByBsn),
    stop: () => http.stop(),
  };
}
