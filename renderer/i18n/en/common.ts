import type { common as nl } from '../nl/common.ts';
import type { Shape } from '../shape.ts';

/** Texts that every part of the window uses. */
export const common: Shape<typeof nl> = {
  appName: 'Waarmee',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  back: 'Back',
  yes: 'Yes',
  no: 'No',
  dismiss: 'Close message',
  busy: 'Working…',
  loading: 'Fetching data…',
  none: 'None',
  optional: 'optional',
  technical: 'Technical',
  since: 'since {{time}}',
  retry: 'Try again',
  stale: 'This information may be out of date.',
  closeDialogFirst: 'First close the window that is open (Esc). Then this key works again.',
  stillBusy: 'The previous action is still running. Press again in a moment.',
  minutes_one: '{{count}} minute',
  minutes_other: '{{count}} minutes',
};
