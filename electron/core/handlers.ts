import type { CallName, CallOutput, ParsedInput } from '../../shared/contract/index.ts';
import type { AuditAction, AuditRecord } from '../../shared/domain/audit-action.ts';
import type { Audience } from '../../shared/contract/call.ts';
import type { Staff } from '../../shared/contract/session.ts';
import type { Result } from '../../shared/lib/result.ts';

/** Who calls: all of it fixed by the host, nothing of it sent by the caller. */
export interface Caller {
  readonly audience: Audience;
  /** One window: a session belongs to it. */
  readonly client: string;
  readonly counter: number;
}

export interface CallContext {
  readonly caller: Caller;
  /** The staff member of the session; for calls that anyone may make it can be absent. */
  readonly staff: Staff | null;
  readonly at: Date;
  /** Adds a line to the audit log; inside an atomic handler it is part of the same transaction. */
  audit(action: AuditAction, recordType: AuditRecord, recordId: string, detail?: string): void;
}

type Answer<N extends CallName> = Result<CallOutput<N>>;

/**
 * How a call is carried out. `query`: reads, changes nothing. `atomic`: synchronous, runs inside one store transaction
 * together with its audit lines and the remembered answer; a refusal rolls everything back. `effect`: waits for
 * something outside the store and keeps its own transactions; its answer is remembered afterwards.
 */
export type Handler<N extends CallName> =
  | {
      readonly kind: 'query';
      readonly run: (input: ParsedInput<N>, context: CallContext) => Answer<N> | Promise<Answer<N>>;
    }
  | { readonly kind: 'atomic'; readonly run: (input: ParsedInput<N>, context: CallContext) => Answer<N> }
  | {
      readonly kind: 'effect';
      readonly run: (input: ParsedInput<N>, context: CallContext) => Promise<Answer<N>>;
    };

/** The handlers of one feature, by call name; all features together must cover the contract. */
export type Handlers<N extends CallName> = { readonly [K in N]: Handler<K> };

/** The staff member of a call that dispatch only lets through with a session. */
export function staffOf(context: CallContext): Staff {
  if (!context.staff) throw new Error('this call was defined without a role but needs a staff member');
  return context.staff;
}
