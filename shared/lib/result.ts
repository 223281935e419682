/**
 * The outcome of something that may fail in an expected way: expected failures are values, only bugs throw.
 * `code` is one of a closed union; `detail` names the field and reason for a person, never personal data.
 */
export type Result<T, Code extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: { readonly code: Code; readonly detail?: string } };

/** The good outcome. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** The expected failure `code`, with an optional explanation that names field and reason. */
export function fail<Code extends string>(
  code: Code,
  detail?: string,
): { readonly ok: false; readonly error: { readonly code: Code; readonly detail?: string } } {
  return { ok: false, error: detail === undefined ? { code } : { code, detail } };
}
