import { createBrp, createCentralHealth } from './central/index.ts';
import type { Events } from './events.ts';
import type { Clock, Ids, Log, Secrets } from './ports.ts';
import type { Config } from './settings/config-schema.ts';
import { createKlantbeeldReader } from './klantbeeld/index.ts';
import { missingSecrets } from './settings/missing-secrets.ts';
import type { Store } from './store/index.ts';
import { createSync } from './sync/index.ts';
import type { CentralSide, VisitSource } from './transaction-side.ts';

/** Makes the central side: the BRP, the way out, and the state of all central systems that both share. */
export function centralSide(
  deps: {
    readonly store: Store;
    readonly clock: Clock;
    readonly ids: Ids;
    readonly log: Log;
    readonly events: Events;
    readonly config: Config;
    readonly secrets: Secrets;
    readonly authorities?: readonly string[];
  },
  source: VisitSource,
): CentralSide {
  const { config, clock } = deps;
  const health = createCentralHealth(clock);
  for (const { name, systems } of missingSecrets(config.central, deps.secrets))
    for (const system of systems) health.lacksSecret(system, name);
  const { brp: brpConfig, timeoutSeconds } = config.central;
  const brp = createBrp({ ...deps, config: brpConfig, timeoutSeconds, health });
  const sync = createSync({
    ...deps,
    health,
    brp: brp.afterwards,
    attachments: source.attachment,
    visit: source.visit,
    notification: source.notification,
    onDelivered: ({ kind, entityId }) => {
      if (kind === 'zaak') source.onDelivered(entityId);
      if (kind === 'notification') source.onNotified(entityId);
    },
    onVerified: source.onVerified,
    correctPickUp: source.correctPickUp,
    correctAddress: source.correctAddress,
    pickedUp: source.pickedUp,
  });
  const klantbeeld = createKlantbeeldReader({ ...deps, health });
  return {
    klantbeeld,
    outbox: sync.outbox,
    persons: brp,
    openZaken: sync.openZaken,
    findZaak: sync.findZaak,
    handlers: sync.handlers,
    syncState: sync.syncState,
    isDelivered: sync.isDelivered,
    async stop() {
      await klantbeeld.stop();
      await sync.stop();
      await brp.stop();
    },
  };
}
