import { z } from 'zod';
import { LOGIN_NAME, MOST } from '../domain/account.ts';
import { ProfileId, WorkProfileName } from './overview.ts';
import { CommandId, call, CounterNumber, Done, Id, Instant, Nothing, push, Role } from './call.ts';

const LoginName = z.string().trim().regex(LOGIN_NAME);
const Passphrase = z.string().min(1).max(MOST.passphrase);

/** A skill of the configuration, such as reisdocumenten. */
const Skill = z.string().regex(/^[a-z0-9-]{1,30}$/);

/** What somebody does at whichever counter he logs in. */
export const StaffWork = z.strictObject({
  /** By which work profile he calls; null: by that of the counter. */
  profile: ProfileId.nullable(),
  /** Who needs another skill than these is never called by him; null: he may do everything. */
  skills: z.array(Skill).max(50).nullable(),
});
export type StaffWork = z.infer<typeof StaffWork>;

/** What an administrator can choose from: the work profiles and the skills of the configuration. */
export const WorkOptions = z.strictObject({
  profiles: z.array(WorkProfileName),
  skills: z.array(Skill),
});
export type WorkOptions = z.infer<typeof WorkOptions>;

export const Staff = z.strictObject({
  staffId: Id,
  loginName: LoginName,
  name: z.string().min(1).max(MOST.name),
  role: Role,
  active: z.boolean(),
  /** Left out: he works as the counter does. */
  work: StaffWork.optional(),
});
export type Staff = z.infer<typeof Staff>;

/**
 * A reader or scanner that types as a keyboard: the keyboard layout that is set in it, and the longest time between two of
 * its keys, in milliseconds. No person types twenty letters that fast.
 */
export const KeyboardReader = z.strictObject({
  layout: z.enum(['us', 'nl', 'iso', 'de', 'fr']).default('us'),
  maxGapMs: z.int().min(10).max(50).default(35),
});
export type KeyboardReader = z.infer<typeof KeyboardReader>;

/** What the window must show: first set-up, login, locked or the counter itself; and the facts of this workstation. */
export const SessionState = z.strictObject({
  stage: z.enum(['setUp', 'login', 'locked', 'active']),
  staff: Staff.nullable(),
  municipality: z.string(),
  location: z.string(),
  workstation: z.string(),
  counter: CounterNumber,
  practice: z.boolean(),
  /** Only in practice mode: accounts that the login screen shows. */
  practiceAccounts: z.array(
    z.strictObject({ loginName: LoginName, name: z.string(), role: Role, passphrase: z.string() }),
  ),
  idleLockSeconds: z.int().min(0),
  /** Null: what types that fast is not listened to. */
  keyboardReader: KeyboardReader.nullable(),
  displayUrl: z.string().nullable(),
  /** Whether visitors come by appointment. */
  hasAgenda: z.boolean(),
  /** Visitors can ask for word when their document is ready. */
  hasPickUpMessages: z.boolean(),
  version: z.string(),
});
export type SessionState = z.infer<typeof SessionState>;

export const sessionCalls = {
  'session.state': call('session.state', {
    audience: ['counter'],
    access: 'anyone',
    input: Nothing,
    output: SessionState,
  }),
  'session.setUp': call('session.setUp', {
    audience: ['counter'],
    access: 'anyone',
    input: z.strictObject({
      loginName: LoginName,
      name: z.string().trim().min(1).max(MOST.name),
      passphrase: Passphrase,
    }),
    output: SessionState,
  }),
  'session.login': call('session.login', {
    audience: ['counter'],
    access: 'anyone',
    input: z.strictObject({ loginName: LoginName, passphrase: Passphrase }),
    output: SessionState,
  }),
  'session.unlock': call('session.unlock', {
    audience: ['counter'],
    access: 'present',
    input: z.strictObject({ passphrase: Passphrase }),
    output: SessionState,
  }),
  'session.lock': call('session.lock', {
    audience: ['counter'],
    access: 'present',
    input: Nothing,
    output: SessionState,
  }),
  'session.logout': call('session.logout', {
    audience: ['counter'],
    access: 'present',
    input: Nothing,
    output: SessionState,
  }),
  /** The clerk is at work: puts off the idle lock. Sent at most every 30 seconds. */
  'session.touch': call('session.touch', {
    audience: ['counter'],
    access: 'clerk',
    input: Nothing,
    output: Done,
  }),
  'session.changePassphrase': call('session.changePassphrase', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ current: Passphrase, next: Passphrase }),
    output: Done,
  }),
  'staff.list': call('staff.list', {
    audience: ['counter'],
    access: 'administrator',
    input: Nothing,
    output: z.array(Staff),
  }),
  'staff.workOptions': call('staff.workOptions', {
    audience: ['counter'],
    access: 'administrator',
    input: Nothing,
    output: WorkOptions,
  }),
  'staff.add': call('staff.add', {
    audience: ['counter'],
    access: 'administrator',
    input: z.strictObject({
      commandId: CommandId,
      loginName: LoginName,
      name: z.string().trim().min(1).max(MOST.name),
      role: Role,
      passphrase: Passphrase,
      work: StaffWork.optional(),
    }),
    output: Staff,
  }),
  'staff.change': call('staff.change', {
    audience: ['counter'],
    access: 'administrator',
    input: z.strictObject({
      commandId: CommandId,
      staffId: Id,
      role: Role,
      active: z.boolean(),
      passphrase: Passphrase.optional(),
      /** Left out: as it was. */
      work: StaffWork.optional(),
    }),
    output: Staff,
  }),
  'audit.verify': call('audit.verify', {
    audience: ['counter'],
    access: 'teamlead',
    input: Nothing,
    output: z.strictObject({ intact: z.boolean(), entries: z.int(), brokenAt: z.int().nullable() }),
  }),
  'audit.list': call('audit.list', {
    audience: ['counter'],
    access: 'teamlead',
    input: z.strictObject({ before: z.int().optional(), limit: z.int().min(1).max(200) }),
    output: z.array(
      z.strictObject({
        seq: z.int(),
        at: Instant,
        /** Name and login name of a member of staff, or a word for who is none, such as waarmee or niemand. */
        who: z.string(),
        action: z.string(),
        recordType: z.string(),
        recordId: z.string(),
        detail: z.string(),
      }),
    ),
  }),
};

export const sessionPushes = {
  'session.changed': push('session.changed', { audience: ['counter'], data: Nothing }),
};
