import type { SyncReason, SyncReasonCode } from '../../../shared/domain/sync-reason.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { CentralError } from '../central/index.ts';
import type { LocalError } from './step.ts';

/** Numbers that could be a burgerservicenummer are never repeated, whoever wrote them. */
function masked(text: string): string {
  return text.replaceAll(/\d{8,9}/g, '•••••••••').slice(0, 300);
}

/** Why an item waits or is parked; the window says it in words. */
export function reasonOf(error: CentralError | LocalError): SyncReason {
  switch (error.kind) {
    case 'impossible':
    case 'notYet':
      return error.reason;
    case 'unreachable':
      return of(error, 'unreachable');
    case 'unknownOutcome':
      return of(error, silenceOf(error));
    case 'unauthorized':
      if (error.code === 'no-secret') return of(error, 'noSecret');
      return of(error, 'unauthorized', codeOf(error));
    case 'notAllowed':
      return of(error, 'notAllowed', { part: masked(error.part), ...codeOf(error) });
    case 'invalidAnswer':
      return of(error, 'unreadable');
    case 'notFound':
      return of(error, 'unknownPart');
    case 'conflict':
    case 'refused':
      return { ...of(error, 'refused', detailOf(error)), fields: fieldsOf(error) };
    default:
      return assertNever(error);
  }
}

function of(
  { system }: Pick<CentralError, 'system'>,
  code: SyncReasonCode,
  data: Readonly<Record<string, string>> = {},
): SyncReason {
  return { code, system, data, fields: [] };
}

function codeOf({ code }: Pick<CentralError, 'code'>): Record<string, string> {
  return code === undefined ? {} : { detail: masked(code) };
}

function silenceOf({ status }: CentralError): SyncReasonCode {
  if (status === undefined) return 'silent';
  return status === 429 ? 'busy' : 'failing';
}

function detailOf({ invalidParams = [], title, status }: CentralError): Record<string, string> {
  if (invalidParams.length > 0) return {};
  if (title !== undefined) return { detail: masked(title) };
  return status === undefined ? {} : { status: String(status) };
}

function fieldsOf({ invalidParams = [] }: CentralError): SyncReason['fields'] {
  return invalidParams.slice(0, 3).map(({ name, reason, code }) => ({
    name: name === 'nonFieldErrors' ? '' : masked(name),
    why: masked(reason || code).replace(/\.$/, ''),
  }));
}
