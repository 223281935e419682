export { type Brp, type BrpContext, type BrpDeps, createBrp } from './brp/brp.ts';
export { createProcessingLogSweep } from './brp/processing-log-sweep.ts';
export type { BrpCandidate, BrpPerson, PartialDate } from './brp/person.ts';
export type { Answer, CentralError, CentralSystem } from './central-error.ts';
export { type CentralHealth, createCentralHealth, type SystemHealth } from './health.ts';
export { createHttpClient, type HttpClient } from './http-client.ts';
export {
  type ActorRequest,
  type BetrokkeneRequest,
  createKlantinteracties,
  type Klantinteracties,
  type KlantcontactRequest,
} from './klantinteracties/klantinteracties.ts';
export { type Catalogi, ZaaktypeVersion } from './zgw/catalogi.ts';
export type { DocumentRequest } from './zgw/documenten.ts';
export type { MedewerkerRolRequest, PersonRolRequest, Rol, ZaakRequest } from './zgw/zaken.ts';
export { createZgw, type Zgw } from './zgw/zgw.ts';
