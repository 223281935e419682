import { randomUUID } from 'node:crypto';
import type { JsonObject } from './json.ts';

/** One refused field of a request, as in `invalidParams`. `name` is a dotted path, or `nonFieldErrors`. */
export interface InvalidParam {
  readonly name: string;
  readonly code: string;
  readonly reason: string;
}

/** A refusal that reaches the client as application/problem+json (RFC 7807, the Fout and ValidatieFout of ZGW). */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly invalidParams: readonly InvalidParam[];

  constructor(
    status: number,
    code: string,
    title: string,
    detail = '',
    invalidParams: readonly InvalidParam[] = [],
  ) {
    super(detail);
    this.status = status;
    this.code = code;
    this.title = title;
    this.invalidParams = invalidParams;
  }
}

/** 400 with the fields that were refused. */
export function invalid(...params: readonly InvalidParam[]): Problem {
  return new Problem(400, 'invalid', 'Invalid input.', '', params);
}

/** 400 for one field. */
export function invalidField(name: string, code: string, reason: string): Problem {
  return invalid({ name, code, reason });
}

/** 400 for a rule over several fields. */
export function invalidTogether(code: string, reason: string): Problem {
  return invalidField('nonFieldErrors', code, reason);
}

/** 403: the caller may not do this. */
export function forbidden(code: string, detail: string): Problem {
  return new Problem(403, code, 'Je hebt geen toestemming om deze actie uit te voeren.', detail);
}

/** 404: there is no such resource. */
export function notFound(): Problem {
  return new Problem(404, 'not_found', 'Niet gevonden.', 'Niet gevonden.');
}

/**
 * Runs work on one part of a composed request, so that a refusal names the field by its path in the whole
 * (`rollen.0.roltype`), as Open Zaak's convenience endpoints do.
 */
export function within<T>(part: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Problem) || error.invalidParams.length === 0) throw error;
    throw invalid(...error.invalidParams.map((param) => ({ ...param, name: `${part}.${param.name}` })));
  }
}

/** The body of the answer; `instance` is a fresh urn, to quote to the registry's support. */
export function problemBody(problem: Problem): JsonObject {
  return {
    type: `urn:practice:fouten:${problem.code}`,
    code: problem.code,
    title: problem.title,
    status: problem.status,
    detail: problem.message,
    instance: `urn:uuid:${randomUUID()}`,
    ...(problem.status === 400 && { invalidParams: problem.invalidParams.map((param) => ({ ...param })) }),
  };
}
