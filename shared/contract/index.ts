import type { z } from 'zod';
import { agendaCalls } from './agenda.ts';
import { alarmCalls, alarmPushes } from './alarms.ts';
import { centralCheckCalls, centralCheckPushes } from './central-check.ts';
import { deviceSetupCalls } from './device-setup.ts';
import { displayCalls } from './display.ts';
import { hallCalls, hallPushes } from './hall.ts';
import { kioskCalls } from './kiosk.ts';
import { handOverCalls } from './hand-over.ts';
import { klantbeeldCalls } from './klantbeeld.ts';
import { messageCalls } from './messages.ts';
import { overviewCalls } from './overview.ts';
import { paymentCalls, paymentPushes } from './payments.ts';
import { sessionCalls, sessionPushes } from './session.ts';
import { signingCalls, signingPushes } from './signing.ts';
import { statisticsCalls } from './statistics.ts';
import { transactionCalls, visitCalls, visitPushes } from './visits.ts';
import { zaakCalls } from './zaken.ts';
import {
  deviceCalls,
  devicePushes,
  practiceCalls,
  practicePushes,
  syncCalls,
  syncPushes,
} from './workstation.ts';

/** Every call that the application answers: the whole API, by name. */
export const contract = {
  ...sessionCalls,
  ...hallCalls,
  ...agendaCalls,
  ...visitCalls,
  ...transactionCalls,
  ...paymentCalls,
  ...signingCalls,
  ...deviceCalls,
  ...deviceSetupCalls,
  ...displayCalls,
  ...kioskCalls,
  ...overviewCalls,
  ...alarmCalls,
  ...statisticsCalls,
  ...syncCalls,
  ...centralCheckCalls,
  ...klantbeeldCalls,
  ...zaakCalls,
  ...handOverCalls,
  ...messageCalls,
  ...practiceCalls,
};

/** Every event that the application sends to its windows. */
export const pushes = {
  ...sessionPushes,
  ...hallPushes,
  ...visitPushes,
  ...paymentPushes,
  ...signingPushes,
  ...devicePushes,
  ...alarmPushes,
  ...syncPushes,
  ...centralCheckPushes,
  ...practicePushes,
};

export type Contract = typeof contract;
export type CallName = keyof Contract;
export type CallInput<N extends CallName> = z.input<Contract[N]['input']>;
export type ParsedInput<N extends CallName> = z.output<Contract[N]['input']>;
export type CallOutput<N extends CallName> = z.output<Contract[N]['output']>;
export type PushName = keyof typeof pushes;
export type PushData<N extends PushName> = z.output<(typeof pushes)[N]['data']>;
/** An event as it travels: name and data. */
export type PushMessage = {
  readonly [N in PushName]: { readonly name: N; readonly data: PushData<N> };
}[PushName];

export function isCallName(name: string): name is CallName {
  return Object.hasOwn(contract, name);
}
