import type { ErrorCode } from '../contract/errors.ts';

/** Why a call was refused; `field` names the input key at fault, `detail` is technical and never personal. */
export interface Failure {
  readonly code: ErrorCode;
  readonly detail?: string;
  readonly field?: string;
}

/** The answer of every call: expected failures are values, only bugs throw. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure };

/** A call that succeeded. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** A call that was refused for an expected reason. */
export function fail(
  code: ErrorCode,
  more: { readonly detail?: string; readonly field?: string } = {},
): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error: { code, ...more } };
}
