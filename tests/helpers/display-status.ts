import type { DisplayStatus } from '../../shared/contract/display.ts';

/** A display in the corridor that is well. */
export const GANG: DisplayStatus = {
  displayId: 'd1',
  name: 'gang',
  profile: null,
  profileKnown: true,
  address: '192.0.2.10',
  connected: true,
  since: '2026-11-23T09:30:00.000Z',
  lastContact: '2026-11-23T09:41:50.000Z',
  page: '0123456789abcdef',
  upToDate: true,
  sound: 'on',
  ignored: [],
};
