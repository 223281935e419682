import { z } from 'zod';
import { DeviceRole } from '../contract/device-binding.ts';

const Instant = z.iso.datetime();
const Count = z.int().min(0);

/** Why a visitor has his place in the order of calling: a code and its figures; the words are the window's. */
export const WhyNext = z.discriminatedUnion('code', [
  /** Sent to this counter or this clerk. */
  z.strictObject({ code: z.literal('sentHere') }),
  z.strictObject({ code: z.literal('priority') }),
  /** Waits longer than the profile allows; `limit` is when he had to be called at the latest. */
  z.strictObject({ code: z.literal('finallyCallBy'), limit: Instant }),
  z.strictObject({ code: z.literal('appointment'), at: Instant }),
  z.strictObject({ code: z.literal('overNorm'), normSeconds: z.int() }),
  z.strictObject({ code: z.literal('longestWaiting') }),
  /** `place` of the group in the profile, from 1. */
  z.strictObject({ code: z.literal('groupOrder'), place: z.int().min(1), of: z.int().min(1) }),
  /** `weight` of every `sum` calls are for this group; of the last `last` calls it had `calls`. */
  z.strictObject({
    code: z.literal('ratio'),
    weight: z.int().min(1),
    sum: z.int().min(1),
    calls: Count,
    last: Count,
  }),
  z.strictObject({ code: z.literal('appointmentEarly'), at: Instant }),
]);
export type WhyNext = z.infer<typeof WhyNext>;

const SkillMissing = z.strictObject({ code: z.literal('skillMissing'), skills: z.array(z.string()).min(1) });
/** The clerk himself does not have these skills. */
const ClerkLacks = z.strictObject({ code: z.literal('clerkLacks'), skills: z.array(z.string()).min(1) });
const DeviceAway = z.strictObject({ code: z.literal('deviceAway'), devices: z.array(DeviceRole).min(1) });

/** What a counter lacks now to help a group: skills of its profile or its clerk, or devices. */
export const Lack = z.discriminatedUnion('code', [ClerkLacks, SkillMissing, DeviceAway]);
export type Lack = z.infer<typeof Lack>;

/** Why this counter can't call a visitor now. */
export const WhyNot = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('otherCounter'), counter: z.int() }),
  z.strictObject({ code: z.literal('colleague'), name: z.string() }),
  z.strictObject({ code: z.literal('notInProfile') }),
  SkillMissing,
  ClerkLacks,
  DeviceAway,
  z.strictObject({ code: z.literal('notBefore'), at: Instant }),
  z.strictObject({ code: z.literal('lockedOut'), until: Instant }),
  z.strictObject({ code: z.literal('appointmentLater'), at: Instant }),
]);
export type WhyNot = z.infer<typeof WhyNot>;
