import { z } from 'zod';
import { DISPLAY_NAME } from '../domain/display-name.ts';
import { CommandId, CounterNumber, call, Done, Id, Instant, Nothing } from './call.ts';

/** Where a counter is, seen by who stands before the display. */
export const Direction = z.enum(['left', 'right', 'ahead', 'back', 'up', 'down']);
export type Direction = z.infer<typeof Direction>;

/** Short names in addresses: of a profile, of a display. */
export const DisplayName = z.string().regex(DISPLAY_NAME);

/** How one display shows the board; what is left out is as in DISPLAY_DEFAULTS of renderer/display/settings.ts. */
export const DisplayProfile = z
  .strictObject({
    /** `hall`: the newest call large, with the others beside it; `list`: all calls alike; `counter`: above one counter. */
    layout: z.enum(['hall', 'list', 'counter']),
    /** Only calls to these counters; empty: all. For `counter` the first is its own. */
    counters: z.array(CounterNumber).max(50),
    /** Calls below one another, and such columns beside one another. */
    rows: z.int().min(1).max(10),
    columns: z.int().min(1).max(3),
    waiting: z.enum(['numbers', 'counts', 'none']),
    languages: z
      .array(z.enum(['nl', 'en']))
      .min(1)
      .max(2),
    /** Lines that run along the bottom, one after the other. */
    ticker: z.array(z.string().min(1).max(160)).max(10),
    gong: z.boolean(),
    speech: z.boolean(),
    /** How long a call stands alone on the screen, at least, when others wait behind it. */
    dwellSeconds: z.int().min(4).max(60),
    /** By counter number. */
    arrows: z.record(z.string().regex(/^[1-9]\d?$/), Direction),
  })
  .partial();
export type DisplayProfile = z.infer<typeof DisplayProfile>;

/** The name of a setting as somebody wrote it, perhaps wrongly. */
export const SettingName = z.string().regex(/^[\w-]{1,30}$/);
/** How many unusable settings a display tells of. */
export const MOST_IGNORED = 20;

/** One display as its server knows it. */
export const DisplayStatus = z.strictObject({
  displayId: Id,
  /** As in its address (`?display=hal-links`), else null. */
  name: DisplayName.nullable(),
  profile: z.string().nullable(),
  /** False: it asked for a profile that is not in the configuration, and shows the board as usual. */
  profileKnown: z.boolean(),
  /** IP address it comes from. */
  address: z.string(),
  connected: z.boolean(),
  since: Instant,
  /** The last sign of life from the display itself. */
  lastContact: Instant,
  /** The build of its page, 16 hexadecimal digits; null when it did not say so. */
  page: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .nullable(),
  /** False: it still has the page of an earlier version. */
  upToDate: z.boolean(),
  /** `blocked`: the browser gives no sound until somebody touches the page. */
  sound: z.enum(['on', 'off', 'blocked', 'unknown']),
  /** Names of settings that it can't use; it shows the board without them. */
  ignored: z.array(SettingName).max(MOST_IGNORED),
});
export type DisplayStatus = z.infer<typeof DisplayStatus>;

/** One display of the location; `workstation`: the one that it follows, null for this one. */
export const ShownDisplay = DisplayStatus.extend({ workstation: z.string().max(60).nullable() });
export type ShownDisplay = z.infer<typeof ShownDisplay>;

/** What a display tells of itself with each sign of life. */
export type DisplayReport = Pick<DisplayStatus, 'sound' | 'ignored'>;

export const displayCalls = {
  /** The displays that follow a workstation of this hall now, this one first, and those that left today. */
  'displays.list': call('displays.list', {
    audience: ['counter'],
    access: 'clerk',
    input: Nothing,
    output: z.array(ShownDisplay),
  }),
  /** Makes a display load its page anew. */
  'displays.refresh': call('displays.refresh', {
    audience: ['counter'],
    access: 'teamlead',
    input: z.strictObject({
      commandId: CommandId,
      displayId: Id,
      workstation: ShownDisplay.shape.workstation,
    }),
    output: Done,
  }),
};
