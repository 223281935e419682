import path from 'node:path';
import { onTestFinished } from 'vitest';
import { createAudit } from '../../../../electron/core/audit/index.ts';
import { type Core, createCore } from '../../../../electron/core/create-core.ts';
import type { HallServer } from '../../../../electron/core/hall/postgres/hall-database.ts';
import type { Displays } from '../../../../electron/core/ports.ts';
import { createIds, systemClock } from '../../../../electron/hosting/system.ts';
import type { CallInput, CallName, CallOutput } from '../../../../shared/contract/index.ts';
import type { Result } from '../../../../shared/lib/result.ts';
import { startWorld } from '../../../helpers/core-world.ts';
import { openTestStore } from '../../../helpers/store.ts';
import { until } from './hall-bench.ts';

const PASSPHRASES = { medewerker: 'oefenen-aan-de-balie', teamleider: 'oefenen-met-het-team' };

/** A whole application at a counter of its own, with a clerk logged in. */
export async function workstation(
  counter: number,
  server: HallServer,
  loginName: keyof typeof PASSPHRASES = 'medewerker',
  displays?: Displays,
) {
  const { deps } = await startWorld();
  const { host, port, database, user, password } = server;
  const engine = { kind: 'postgresql', host, port, database, user, secretName: 'wachtruimte' } as const;
  const core: Core = await createCore({
    ...deps,
    ...(displays && { displays }),
    clock: systemClock,
    ids: createIds(),
    config: {
      ...deps.config,
      workstation: { ...deps.config.workstation, id: `B${counter}`, counter },
      hall: {
        ...deps.config.hall,
        engine,
        // Who moves house needs a camera here, which no counter has until its window says so.
        groups: deps.config.hall.groups.map((group) =>
          group.letter === 'V' ? { ...group, needs: { devices: ['camera'], skills: [] } } : group,
        ),
        profiles: [
          {
            id: 'paspoorten',
            name: 'Alleen paspoorten',
            by: 'order',
            groups: [{ letter: 'P', weight: 1 }],
            skills: [],
            finallyCallByMinutes: null,
          },
        ],
      },
    },
    secrets: { read: (name) => (name === 'wachtruimte' ? password : deps.secrets.read(name)) },
  });
  onTestFinished(() => core.stop());
  const caller = { audience: 'counter', client: `venster ${counter}`, counter } as const;
  const ask = <N extends CallName>(name: N, input: CallInput<N>) =>
    core.dispatch(name, input, caller) as Promise<Result<CallOutput<N>>>;
  const must = async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
    const answer = await ask(name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
    return answer.value;
  };
  await must('session.login', { loginName, passphrase: PASSPHRASES[loginName] });
  await until(async () => (await must('hall.queue', {})).awaySince === null);
  /** The actions in the audit log, newest first. */
  const audited = async () => {
    await core.stop();
    const store = openTestStore({ file: path.join(deps.dataDir, 'waarmee.db') });
    return createAudit({ store, clock: systemClock }).list({ limit: 50 });
  };
  return { core, ask, must, audited };
}
