import type { Secrets } from '../../ports.ts';
import type { CentralConfig } from '../../settings/config-schema.ts';
import type { CentralSystem } from '../central-error.ts';
import type { HttpClient } from '../http-client.ts';
import { createJsonApi, type JsonApi } from '../json-api.ts';
import { type Catalogi, createCatalogi, type KeptLists } from './catalogi.ts';
import { createDocumenten, type Documenten } from './documenten.ts';
import { createZaken, type Zaken } from './zaken.ts';
import { type ZgwUser, zgwToken } from './zgw-token.ts';

/** The three APIs for zaakgericht werken, on behalf of one user. */
export interface Zgw {
  readonly zaken: Zaken;
  readonly documenten: Documenten;
  readonly catalogi: Catalogi;
}

export interface ZgwDeps {
  readonly http: HttpClient;
  readonly config: CentralConfig['zgw'];
  readonly secrets: Secrets;
}

/** Gives the ZGW APIs to a user. A token that the server finds too young or too old is made once more, by its clock. */
export function createZgw({ http, config, secrets }: ZgwDeps): (user: ZgwUser) => Zgw {
  const keptLists: KeptLists = new Map();
  return (user) => {
    const api = (system: CentralSystem, base: string): JsonApi =>
      createJsonApi({
        http,
        system,
        base,
        authorize: () => {
          const secret = secrets.read(config.secretName);
          if (secret === undefined) return undefined;
          return { authorization: `Bearer ${zgwToken(config.clientId, secret, user, http.serverNow(base))}` };
        },
        repeatAfter: (code) => code === 'jwt-not-valid-yet' || code === 'jwt-expired',
      });
    return {
      zaken: createZaken(api('zaken', config.zakenUrl)),
      documenten: createDocumenten(api('documenten', config.documentenUrl)),
      catalogi: createCatalogi(api('catalogi', config.catalogiUrl), keptLists),
    };
  };
}
