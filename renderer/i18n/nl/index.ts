import { admin } from './admin.ts';
import { agenda } from './agenda.ts';
import { alarms } from './alarms.ts';
import { audit } from './audit.ts';
import { card } from './card.ts';
import { central } from './central.ts';
import { common } from './common.ts';
import { devices } from './devices.ts';
import { displays } from './displays.ts';
import { errors } from './errors.ts';
import { hall } from './hall.ts';
import { handOver } from './hand-over.ts';
import { help } from './help.ts';
import { klantbeeld } from './klantbeeld.ts';
import { messages } from './messages.ts';
import { overview } from './overview.ts';
import { practice } from './practice.ts';
import { refusals } from './refusals.ts';
import { session } from './session.ts';
import { shell } from './shell.ts';
import { statistics } from './statistics.ts';
import { sync } from './sync.ts';
import { syncReasons } from './sync-reasons.ts';
import { visit } from './visit.ts';

/** All Dutch texts, by feature. */
export const nl = {
  admin,
  agenda,
  alarms,
  audit,
  card,
  central,
  common,
  devices,
  displays,
  errors,
  hall,
  handOver,
  help,
  overview,
  klantbeeld,
  messages,
  practice,
  refusals,
  session,
  shell,
  statistics,
  sync,
  syncReasons,
  visit,
};
