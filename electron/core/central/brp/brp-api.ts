import type { Secrets } from '../../ports.ts';
import type { CentralConfig } from '../../settings/config-schema.ts';
import type { HttpClient } from '../http-client.ts';
import { createJsonApi, type JsonApi } from '../json-api.ts';

/** Who asks the BRP, and why: both are logged, and sent along where the configured headers say so. */
export interface BrpContext {
  readonly staffId: string;
  readonly purpose: string;
  /** For headers; the staffId when absent. */
  readonly loginName?: string;
  readonly visitId?: string;
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
            ...headersFor(config.headers, context),
            'x-api-key': key,
            traceparent: `00-${traceId}-${traceId.slice(0, 16)}-01`,
          };
    },
  });
}

/** The configured headers, with who asks (`{gebruiker}`) and why (`{verwerking}`) filled in; at most 242 characters. */
export function headersFor(
  configured: Readonly<Record<string, string>>,
  { loginName, staffId, purpose }: BrpContext,
): Record<string, string> {
  const values: Readonly<Record<string, string>> = { gebruiker: loginName ?? staffId, verwerking: purpose };
  return Object.fromEntries(
    Object.entries(configured).map(([name, value]) => [
      name.toLowerCase(),
      value
        .replaceAll(/\{(gebruiker|verwerking)\}/g, (_, key: string) => values[key] ?? '')
        .replaceAll(/[^\x20-\x7e]/g, '?')
        .slice(0, 242),
    ]),
  );
}
