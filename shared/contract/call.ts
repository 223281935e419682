import { z } from 'zod';

// The window's content security policy forbids code from text; zod's compiled validators would need it.
z.config({ jitless: true });

/** Which kind of window or port a caller comes through; fixed by the host, never sent by the caller. */
export type Audience = 'counter' | 'display' | 'kiosk';

/** The roles of staff, each with the rights of the one before. */
export const Role = z.enum(['clerk', 'teamlead', 'administrator']);
export type Role = z.infer<typeof Role>;

/** Who may make a call: `anyone` before login, `present` also while the session is locked, else a role at least this high. */
export type Access = 'anyone' | 'present' | Role;

export interface Call<Name extends string, I extends z.ZodType, O extends z.ZodType> {
  readonly name: Name;
  readonly audience: readonly Audience[];
  readonly access: Access;
  readonly input: I;
  readonly output: O;
}

/** Defines one call of the application's door; all calls together are `contract` in index.ts. */
export function call<const Name extends string, I extends z.ZodType, O extends z.ZodType>(
  name: Name,
  definition: Omit<Call<Name, I, O>, 'name'>,
): Call<Name, I, O> {
  return { name, ...definition };
}

export interface Push<Name extends string, D extends z.ZodType> {
  readonly name: Name;
  readonly audience: readonly Audience[];
  readonly data: D;
}

/**
 * Defines one event. An event says that something changed, never what: the window fetches the new state by a call, so
 * that every reading of personal data passes the role check of dispatch.
 */
export function push<const Name extends string, D extends z.ZodType>(
  name: Name,
  definition: Omit<Push<Name, D>, 'name'>,
): Push<Name, D> {
  return { name, ...definition };
}

/** Minted by the window when a form opens; repeating a command with the same id gives the first answer again. */
export const CommandId = z.uuid();
export const Id = z.string().min(1).max(64);
export const CounterNumber = z.int().min(1).max(99);
/** UTC, ISO 8601 with milliseconds. */
export const Instant = z.iso.datetime();
/** A calendar day in Europe/Amsterdam, YYYY-MM-DD. */
export const Day = z.iso.date();
/** Euro cents, whole. */
export const Cents = z.int().min(0).max(100_000_000);
export const Nothing = z.strictObject({});
export const Done = z.strictObject({ done: z.literal(true) });
