/** What can be open over the counter screen; one at a time. */
export type PanelName =
  | 'help'
  | 'devices'
  | 'displays'
  | 'sync'
  | 'central'
  | 'ready'
  | 'zaak'
  | 'practice'
  | 'staff'
  | 'audit'
  | 'overview'
  | 'statistics'
  | 'passphrase'
  | 'startWithoutTicket'
  | 'agenda'
  | 'issueTicket'
  | 'chooseTicket'
  | 'noShows'
  | 'workProfile'
  | 'whyNext';

export type OpenPanel = (panel: PanelName) => void;
