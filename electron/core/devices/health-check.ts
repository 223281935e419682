import type { DeviceRole } from '../../../shared/contract/device-protocol.ts';
import type { Clock, DeviceLink, Ids } from '../ports.ts';

/** How long a device may take to say how it is, in milliseconds. */
export const CHECK_DEADLINE_MS = 8000;

export interface Health {
  readonly ok: boolean;
  /** For people, in Dutch where we say it ourselves; what the device says stays as it is. */
  readonly detail: string;
}

/** Asks a device how it is (UnifiedPOS external health check). Always answers, at the deadline at the latest. */
export function checkDevice(
  deps: { readonly link: DeviceLink; readonly clock: Clock; readonly ids: Ids },
  role: DeviceRole,
): Promise<Health> {
  const { link, clock, ids } = deps;
  const requestId = ids.uuid();
  return new Promise((resolve) => {
    const done = (health: Health): void => {
      cancel();
      unsubscribe();
      resolve(health);
    };
    const cancel = clock.after(CHECK_DEADLINE_MS, () =>
      done({
        ok: false,
        detail: 'Het apparaat geeft geen antwoord. Kijk of het aan staat en of de kabel vast zit.',
      }),
    );
    const unsubscribe = link.onMessage((message) => {
      if (message.type === 'health' && message.requestId === requestId)
        done({ ok: message.ok, detail: message.detail });
    });
    if (!link.send({ type: 'checkHealth', role, requestId, level: 'external' }))
      done({
        ok: false,
        detail: 'De apparaten starten opnieuw op. Probeer het over een halve minuut nog eens.',
      });
  });
}
