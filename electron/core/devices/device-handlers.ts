import { assertNever } from '../../../shared/lib/assert-never.ts';
import { fail, ok } from '../../../shared/lib/result.ts';
import type { HealthLevel } from '../../../shared/contract/device-discovery.ts';
import type { DeviceRole } from '../../../shared/contract/device-protocol.ts';
import type { DeviceTaskEnd } from '../../../shared/contract/device-task.ts';
import type { Handlers } from '../handlers.ts';
import type { DeviceLink } from '../ports.ts';
import type { CashDrawer } from './cash-drawer.ts';
import type { Health } from './health-check.ts';
import type { PrintJobs } from './print-jobs.ts';

export type DeviceCalls =
  | 'devices.list'
  | 'devices.settlePrint'
  | 'devices.openDrawer'
  | 'devices.takePhoto'
  | 'devices.check';

/** The handlers of the devices: what is connected, which papers are uncertain, and the clerk's answer about them. */
export function deviceHandlers(deps: {
  readonly jobs: PrintJobs;
  readonly link: DeviceLink;
  readonly added: (jobId: string) => void;
  readonly changed: () => void;
  readonly problems: () => readonly string[];
  readonly check: (role: DeviceRole, level: HealthLevel) => Promise<Health>;
  readonly drawer: CashDrawer;
  readonly takePhoto: () => Promise<DeviceTaskEnd>;
}): Handlers<DeviceCalls> {
  const { jobs, link, drawer } = deps;
  return {
    'devices.list': {
      kind: 'query',
      run: () =>
        ok({
          devices: [...link.statuses()],
          jobs: jobs.forTheClerk(),
          cashDrawer: drawer.isThere,
          problems: [...deps.problems()],
        }),
    },
    'devices.settlePrint': {
      kind: 'atomic',
      run: ({ jobId, answer }, context) => {
        const job = jobs.newest(jobId);
        if (!job) return fail('notFound', { field: 'jobId' });
        if (job.document === null) return fail('notFound', { field: 'jobId', detail: 'settled before' });
        if (job.state === 'printing')
          return fail('invalidInput', { field: 'jobId', detail: 'still printing' });
        switch (answer) {
          case 'printed':
            jobs.settle(job.jobId, 'confirmed');
            break;
          case 'printAgain':
            deps.added(jobs.reprint(job));
            break;
          case 'drop':
            jobs.settle(job.jobId, 'cancelled');
            break;
          default:
            assertNever(answer);
        }
        context.audit(`devices.${answer}`, 'printJob', job.jobId, job.label);
        deps.changed();
        return ok({ done: true });
      },
    },
    'devices.openDrawer': {
      kind: 'effect',
      async run(_, context) {
        const opened = await drawer.open();
        // Also a drawer that stayed shut: who wanted it open is what the till is checked for.
        const what = opened.ok ? 'geopend' : 'niet geopend';
        context.audit('devices.openDrawer', 'device', 'receipt-printer', what);
        return opened;
      },
    },
    'devices.takePhoto': {
      kind: 'query',
      async run() {
        const end = await deps.takePhoto();
        if (end.outcome === 'done' && end.value.kind === 'photo') return ok({ jpeg: end.value.jpeg });
        return fail('cameraFailed', { detail: end.outcome === 'failed' ? end.reason : end.outcome });
      },
    },
    'devices.check': { kind: 'query', run: async ({ role, level }) => ok(await deps.check(role, level)) },
  };
}
