import type { alarms as nl } from '../nl/alarms.ts';
import type { Shape } from '../shape.ts';

/** Texts of a silent call for help. */
export const alarms: Shape<typeof nl> = {
  asksForHelp: 'Counter {{counter}} ({{name}}) asks for help',
  iCome: 'I am coming',
  comes_one: '{{names}} is coming.',
  comes_other: '{{names}} are coming.',
  asked: 'Asked.',
  end: 'Dealt with',
  nobodyReached:
    'Nobody is logged in at any other counter. Nobody sees your call. Call for help in another way.',
  nothingToAnswer: 'There is no call for help now.',
};
