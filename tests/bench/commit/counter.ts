import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Core, createCore } from '../../../electron/core/create-core.ts';
import type { Clock } from '../../../electron/core/ports.ts';
import { practiceAccounts } from '../../../electron/core/session/index.ts';
import { practiceConfig, PRACTICE_SECRETS } from '../../../electron/hosting/practice-config.ts';
import { createIds } from '../../../electron/hosting/system.ts';
import { noisePng } from './noise-png.ts';
import type { CallInput, CallName, CallOutput } from '../../../shared/contract/index.ts';

const root = path.resolve(import.meta.dirname, '../../..');
export const storeKey = Buffer.alloc(32, 0x2f);
export const checkpointWorker = new URL('../../../electron/core/store/checkpoint-worker.ts', import.meta.url);

/** Specimen of a Dutch passport without burgerservicenummer (RvIG, model 2021). */
const MRZ = 'P<NLDDE<BRUIJN<<WILLEKE<LISELOTTE<<<<<<<<<<<\nSPECI20212NLD6503101F3108309<<<<<<<<<<<<<<<0';

function jpeg(bytes: number): string {
  const data = randomBytes(bytes);
  data.writeUInt32BE(0xffd8ffe0);
  data.writeUInt16BE(0xffd9, bytes - 2);
  return data.toString('base64');
}

/** A clock whose timers never fire: no pump, no checkpoint, no lock between two measurements. */
export const stillClock: Clock = { now: () => new Date(), after: () => () => undefined };

export interface Counter {
  /** Brings a visit to the point where only "klaar" is left. */
  prepare(): Promise<string>;
  /** Says "klaar"; this is what is measured. */
  commit(visitId: string): Promise<void>;
  /** Has an item that waits tried now, and with it all others that are due. */
  sendNow(): Promise<void>;
  /** How many items wait to be sent. */
  waiting(): Promise<number>;
  stop(): Promise<void>;
}

/** Nothing listens on this port: every request is refused at once. */
const NOWHERE = { origin: 'http://127.0.0.1:9', zgwClientId: 'bench', zgwSecret: 'bench' };

/**
 * A counter, without network when no central systems are given: the whole application behind dispatch, on a real file in `folder`. One transaction carries a
 * photo of 250 KB and a signature of 20 KB.
 */
export async function openCounter(
  folder: string,
  clock: Clock,
  { origin, zgwClientId, zgwSecret }: typeof NOWHERE = NOWHERE,
): Promise<Counter> {
  mkdirSync(folder, { recursive: true });
  const nowhere = { kind: 'tcp', host: '127.0.0.1', port: 9 } as const;
  const core: Core = await createCore({
    config: practiceConfig({
      origin,
      zgwClientId,
      receiptPrinter: { main: nowhere },
      ticketDispenser: { printer: nowhere, buttons: nowhere },
      documentReader: { main: nowhere },
      codeScanner: { main: nowhere },
      displayPort: 0,
    }),
    dataDir: folder,
    storeKey,
    clock,
    ids: createIds(),
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (event, fields) => console.error(event, fields),
    },
    secrets: {
      read: (name) => (Object.values<string>(PRACTICE_SECRETS).includes(name) ? zgwSecret : undefined),
    },
    resourcesDir: path.join(root, 'resources'),
    fontsDir: path.join(root, 'resources/fonts'),
    logoFile: null,
    checkpointWorker,
    spawnDevices: null,
    localDevices: { read: () => [], write: () => {} },
    practice: null,
    practiceAccounts: true,
    displays: { url: () => null, list: () => [], refresh: () => false },
    version: 'bench',
  });
  const caller = { audience: 'counter', client: 'bench', counter: 1 } as const;
  const call = async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
    const result = await core.dispatch(name, input, caller);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`);
    return result.value as CallOutput<N>;
  };
  const clerk = practiceAccounts[0];
  if (!clerk) throw new Error('no practice account');
  await call('session.login', { loginName: clerk.loginName, passphrase: clerk.passphrase });

  const fill = async (view: NonNullable<CallOutput<'visits.current'>>) => {
    for (const { transactionId, product, steps } of view.transactions) {
      for (const { index, kind } of steps) {
        const step = product.steps[index];
        const command = { commandId: randomUUID(), transactionId, index };
        if (kind === 'photo')
          await call('transactions.attach', { ...command, mime: 'image/jpeg', base64: jpeg(250_000) });
        if (kind === 'document') await call('transactions.makeDocument', command);
        if (kind === 'signature')
          await call('transactions.attach', {
            ...command,
            mime: 'image/png',
            base64: noisePng(141).toString('base64'),
          });
        if (step?.kind === 'checklist')
          await call('transactions.saveStep', {
            ...command,
            data: { kind: 'checklist', checked: step.items.map(({ id }) => id) },
          });
        if (step?.kind === 'form') {
          const values = Object.fromEntries(
            step.fields.filter(({ required }) => required).map((field) => [field.id, answerTo(field)]),
          );
          await call('transactions.saveStep', { ...command, data: { kind: 'form', values } });
        }
      }
    }
  };

  return {
    async prepare() {
      await call('hall.startWithoutTicket', { commandId: randomUUID(), group: 'P' });
      const visit = await call('visits.current', {});
      if (!visit) throw new Error('no visit');
      const { visitId } = visit;
      await call('visits.identify', { commandId: randomUUID(), visitId, by: { kind: 'mrz', text: MRZ } });
      await call('visits.addProduct', {
        commandId: randomUUID(),
        visitId,
        productId: 'paspoort',
        variantId: 'volwassene',
      });
      await fill(
        await call('visits.addProduct', {
          commandId: randomUUID(),
          visitId,
          productId: 'vermissing-reisdocument',
        }),
      );
      const ready = await call('visits.current', {});
      const unfinished = ready?.transactions.find(({ complete }) => !complete);
      if (unfinished)
        throw new Error(
          `not complete: ${JSON.stringify(unfinished.steps.map(({ kind, problems }) => [kind, problems]))}`,
        );
      return visitId;
    },
    async commit(visitId) {
      await call('transactions.commit', {
        commandId: randomUUID(),
        visitId,
        outcome: 'pickUpNeeded',
        payment: { method: 'card' },
      });
    },
    async sendNow() {
      const item = (await call('sync.status', {})).items.find(({ state }) => state !== 'sending');
      if (item) await call('sync.retry', { commandId: randomUUID(), itemId: item.itemId });
    },
    waiting: async () => (await call('sync.status', {})).queued,
    stop: () => core.stop(),
  };
}

function answerTo(field: {
  readonly type: string;
  readonly options?: readonly { readonly value: string }[] | undefined;
}): string {
  const answers: Readonly<Record<string, string>> = {
    date: '2026-11-23',
    number: '1',
    checkbox: 'true',
    postcode: '3077AW',
    phone: '0612345678',
    email: 'balie@example.nl',
    select: field.options?.[0]?.value ?? '',
  };
  return answers[field.type] ?? 'bench';
}
