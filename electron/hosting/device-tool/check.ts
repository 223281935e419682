import type { HealthLevel } from '../../../shared/contract/device-discovery.ts';
import type { DeviceBinding } from '../../../shared/contract/device-protocol.ts';
import { openHost, type Terminal, type ToolHost } from './open-host.ts';
import { DO_NOW, HEALTH, STATE } from './words.ts';

/** Opening five seconds and starting fifteen, and a little. */
const OPEN_MS = 22_000;
const ANSWER_MS = 60_000;

/** Opens the devices, asks each how it is, and lets go of them; 1 when one is not well. */
export async function checkDevices(
  bindings: readonly DeviceBinding[],
  level: HealthLevel,
  { say, stop }: Terminal,
): Promise<number> {
  const host = openHost(stop);
  const opened = bindings.map((binding) => whenOpened(host, binding));
  host.send({ type: 'configure', bindings: [...bindings] });
  let failed = 0;
  try {
    for (const [at, { role, driver }] of bindings.entries()) {
      const status = await opened[at];
      if (stop.aborted) return 1;
      if (level === 'interactive' && status && ['idle', 'busy'].includes(status.state) && DO_NOW[role])
        say(`${role}: ${DO_NOW[role]}`);
      const answer = host.next('health', (message) => message.role === role, ANSWER_MS);
      host.send({ type: 'checkHealth', role, requestId: role, level });
      const health = await answer;
      const { ok = false, code = 'noAnswer', detail = '' } = health ?? {};
      if (!ok) failed += 1;
      const state = ok || status === undefined ? '' : ` (${STATE[status.state]})`;
      const more = [status?.identity, detail, ...(status?.conditions ?? [])].filter(Boolean).join('; ');
      say(`${ok ? 'goed' : 'FOUT'}  ${role}  ${driver}: ${HEALTH[code]}${state}${more && ` — ${more}`}`);
    }
  } finally {
    await host.stop();
  }
  return failed === 0 ? 0 : 1;
}

async function whenOpened(host: ToolHost, { role }: DeviceBinding) {
  const message = await host.next(
    'status',
    ({ status }) => status.role === role && !['opening', 'closed'].includes(status.state),
    OPEN_MS,
  );
  return message?.status;
}
