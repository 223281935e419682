import { type JsonObject } from '../json.ts';

/** A refusal as NotifyNL words it: `{status_code, errors: [{error, message}]}`. */
export class NotifyProblem extends Error {
  readonly status: number;
  readonly errors: readonly { readonly error: string; readonly message: string }[];

  constructor(status: number, error: string, ...messages: readonly string[]) {
    super(messages.join('; '));
    this.status = status;
    this.errors = messages.map((message) => ({ error, message }));
  }
}

/** The body of the answer. */
export function notifyBody({ status, errors }: NotifyProblem): JsonObject {
  return { status_code: status, errors: errors.map((each) => ({ ...each })) };
}
