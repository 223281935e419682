export { type Asked, type Brp, type BrpAfterwards, type BrpDeps, createBrp } from './brp/brp.ts';
export { probeBrp } from './brp/probe.ts';
export {
  createProcessingLog,
  type LoggedProcessing,
  readProcessingLog,
  UNREADABLE,
} from './processing-log.ts';
export { createProcessingLogSweep } from './processing-log-sweep.ts';
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
  type ListedKlantcontact,
} from './klantinteracties/klantinteracties.ts';
export { type Catalogi, type ListedZaaktype, ZaaktypeVersion } from './zgw/catalogi.ts';
export {
  createNotify,
  type Notify,
  type NotifyTemplate,
} from './notify/notify.ts';
export { notifyKey } from './notify/notify-token.ts';
export type { Bestandsdeel, Document, DocumentRequest } from './zgw/documenten.ts';
export type {
  MedewerkerRolRequest,
  PersonRolRequest,
  ResultaatRequest,
  Rol,
  StatusRequest,
  Zaak,
  ZaakRequest,
} from './zgw/zaken.ts';
export { trustedAuthorities } from './trusted-authorities.ts';
export { createZgw, type Zgw } from './zgw/zgw.ts';
