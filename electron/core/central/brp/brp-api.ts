import type { BrpAsker, Secrets } from '../../ports.ts';
import type { CentralConfig } from '../../settings/config-schema.ts';
import type { HttpClient } from '../http-client.ts';
import { createJsonApi, type JsonApi } from '../json-api.ts';
import { type BrpPurpose, namedPurpose } from './purposes.ts';

/** Who asks the BRP, and why. */
export interface BrpContext extends BrpAsker {
  readonly purpose: BrpPurpose;
}

export interface BrpApiDeps {
  readonly http: HttpClient;
  readonly config: CentralConfig['brp'];
  readonly secrets: Secrets;
}

/** Calls to the BRP on behalf of one user; `traceId` are 32 hexadecimal digits (W3C Trace Context). */
export function brpApi({ http, config, secrets }: BrpApiDeps, context: BrpContext, traceId: string): JsonApi {
  return createJsonApi({
    http,
    system: 'brp',
    base: config.url.replace(/\/personen\/?$/, ''),
    authorize: () => {
      const key = secrets.read(config.secretName);
      return key === undefined
        ? undefined
        : {
            ...headersFor(config, context),
            'x-api-key': key,
            traceparent: `00-${traceId}-${traceId.slice(0, 16)}-01`,
          };
    },
  });
}

/** The configured headers, with who asks (`{gebruiker}`) and why (`{doelbinding}`, `{verwerking}`) filled in; at most 242 characters. */
export function headersFor(
  config: CentralConfig['brp'],
  { loginName, staffId, purpose }: BrpContext,
): Record<string, string> {
  const values: Readonly<Record<string, string>> = {
    gebruiker: loginName ?? staffId,
    ...namedPurpose(config, purpose),
  };
  return Object.fromEntries(
    Object.entries(config.headers).map(([name, value]) => [
      name.toLowerCase(),
      value
        .replaceAll(/\{(gebruiker|doelbinding|verwerking)\}/g, (_, key: string) => values[key] ?? '')
        .replaceAll(/[^\x20-\x7e]/g, '?')
        .slice(0, 242),
    ]),
  );
}
