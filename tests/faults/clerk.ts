import { createHash, randomUUID } from 'node:crypto';
import type { CallInput, CallName, CallOutput } from '../../shared/contract/index.ts';
import type { VisitView } from '../../shared/contract/visits.ts';
import { variantsFor } from '../../shared/domain/product-rules.ts';
import type { Result } from '../../shared/lib/result.ts';
import { passport } from '../helpers/core-persons.ts';
import { encodePng } from '../../drivers/raster/png.ts';
import type { Chance } from './chance.ts';
import { ADDRESSES } from './compare-messages.ts';

/** Calls the application as a clerk's window does; a call during which it was killed is repeated as it was. */
export type Call = <N extends CallName>(name: N, input: CallInput<N>) => Promise<Result<CallOutput<N>>>;

/** What was promised to a visitor: "klaar" was answered. */
export interface Promised {
  readonly visitId: string;
  readonly receiptNumber: string;
  readonly zaken: readonly string[];
  /** SHA-256 of the pictures that were attached, hex. */
  readonly pictures: readonly string[];
  /** How many messages the visitor agreed to, sent now or when his document is ready. */
  readonly messages: number;
}

/** Official fictitious persons, Dutch and of age. */
const PERSONS = ['999990512', '999990275', '999990688'];
const PICKED_UP_LATER: Readonly<Record<string, string>> = {
  paspoort: 'paspoort-ophalen',
  identiteitskaart: 'identiteitskaart-ophalen',
  rijbewijs: 'rijbewijs-ophalen',
};
/** Nobody gets one who is not known in the BRP. */
const FROM_THE_BRP = 'brp-uittreksel';
const IN_ONE_GO = [
  'akte-burgerlijke-stand',
  FROM_THE_BRP,
  'gewaarmerkt-afschrift',
  'legalisatie-handtekening',
  'verhuizing',
  'vermissing-reisdocument',
  'vog',
];
const NOTE = 'Bezoeker komt terug met "bewijs" & foto.';
const ANSWERS: Readonly<Record<string, string>> = {
  date: '2026-11-20',
  number: '2',
  checkbox: 'true',
  postcode: '3077AW',
  phone: '0612345678',
  email: 'balie@example.nl',
};

/** Helps visitors one after the other, with products as chance has it; `sendsMessages`: the workstation knows NotifyNL. */
export function createClerk(call: Call, chance: Chance, { sendsMessages = true } = {}) {
  /** Zaken that wait to be picked up: number and product. */
  const waiting: { readonly zaak: string; readonly productId: string }[] = [];

  const must = async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
    const result = await call(name, input);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`);
    return result.value;
  };
  const command = () => ({ commandId: randomUUID() });

  const start = async (): Promise<string> => {
    await must('hall.startWithoutTicket', { ...command(), group: 'O' });
    const visit = await must('visits.current', {});
    if (!visit) throw new Error('no visit was started');
    return visit.visitId;
  };

  /** By document with or without a number: whether the BRP answers is up to the network. */
  const identify = async (visitId: string): Promise<void> => {
    const text = passport(chance.of(PERSONS), { withBsn: chance() < 0.7 }).join('\n');
    const found = await must('visits.identify', { ...command(), visitId, by: { kind: 'mrz', text } });
    if (found.kind === 'identified') return;
    if (found.kind === 'nobody') throw new Error('the document led to nobody');
    const by = { kind: 'candidate', searchId: found.searchId, index: 0 } as const;
    const { kind } = await must('visits.identify', { ...command(), visitId, by });
    if (kind !== 'identified') throw new Error(`the candidate led to ${kind}`);
  };

  const add = async (visitId: string): Promise<void> => {
    const { person } = (await must('visits.current', {})) ?? {};
    const inOneGo = IN_ONE_GO.filter((each) => each !== FROM_THE_BRP || person?.verification === 'verified');
    const pickUp = chance() < 0.35 ? waiting.shift() : undefined;
    const productId =
      pickUp?.productId ?? chance.of(chance() < 0.45 ? Object.keys(PICKED_UP_LATER) : inOneGo);
    const visit = await must('visits.addProduct', { ...command(), visitId, productId });
    const added = visit.transactions.at(-1);
    if (!added) throw new Error('the product was not added');
    const { transactionId, product } = added;
    const [variant] = variantsFor(product, visit.person?.age ?? undefined);
    const variantId = variant?.id ?? null;
    if (pickUp || variantId !== null) {
      const choice = { transactionId, variantId, urgent: false, pickUpOf: pickUp?.zaak ?? null };
      await must('transactions.choose', { ...command(), ...choice });
    }
  };

  const fill = async ({ transactions }: VisitView): Promise<readonly string[]> => {
    const pictures: string[] = [];
    for (const { transactionId, product, steps } of transactions) {
      for (const { index, kind } of steps) {
        const on = { transactionId, index };
        const step = product.steps[index];
        if (kind === 'photo' || kind === 'signature') {
          const content = kind === 'photo' ? jpeg(chance) : noise(chance);
          pictures.push(createHash('sha256').update(content).digest('hex'));
          const mime = kind === 'photo' ? 'image/jpeg' : 'image/png';
          await must('transactions.attach', {
            ...command(),
            ...on,
            mime,
            base64: content.toString('base64'),
          });
        }
        if (kind === 'document') await must('transactions.makeDocument', { ...command(), ...on });
        if (step?.kind === 'checklist') {
          const data = { kind: 'checklist', checked: step.items.map(({ id }) => id) } as const;
          await must('transactions.saveStep', { ...command(), ...on, data });
        }
        if (step?.kind === 'form') {
          const values = Object.fromEntries(
            step.fields
              .filter(({ required }) => required)
              .map((field) => [
                field.id,
                ANSWERS[field.type] ?? field.options?.[0]?.value ?? `Één ${chance.between(1, 9999)}`,
              ]),
          );
          await must('transactions.saveStep', { ...command(), ...on, data: { kind: 'form', values } });
        }
      }
    }
    return pictures;
  };

  const commit = async (
    visitId: string,
    outcome: CallInput<'transactions.commit'>['outcome'],
    pictures: readonly string[],
    method: 'none' | 'card',
    note: string,
    /** Null: there is no product of which anything could be told. */
    fetchedLater: number | null,
  ): Promise<Promised> => {
    const message = fetchedLater === null || !sendsMessages ? undefined : wishOf(chance);
    const done = await must('transactions.commit', {
      ...command(),
      visitId,
      outcome,
      payment: { method },
      note,
      ...(message && { message }),
    });
    return {
      visitId,
      receiptNumber: done.receiptNumber,
      zaken: done.zaken.map(({ zaakIdentificatie }) => zaakIdentificatie),
      pictures,
      messages: (message?.to.length ?? 0) * (1 + (fetchedLater ?? 0)),
    };
  };

  /** Of some of these zaken the document is there; nobody asked for word of the others. */
  const sayReady = async (zaken: readonly string[]): Promise<void> => {
    const asked = new Set(
      (await must('messages.waiting', {})).map(({ zaakIdentificatie }) => zaakIdentificatie),
    );
    for (const zaakIdentificatie of zaken)
      if (asked.has(zaakIdentificatie)) await must('messages.ready', { ...command(), zaakIdentificatie });
  };

  return {
    /** A visitor who leaves without a product; nobody needs to know who it was. */
    async question(): Promise<Promised> {
      const visitId = await start();
      if (chance() < 0.3) await identify(visitId);
      return commit(visitId, chance.of(['handedOver', 'notPossible', 'inOneGo']), [], 'none', NOTE, null);
    },
    /** A visitor for one to `most` products. */
    async visit(most: number): Promise<Promised> {
      const visitId = await start();
      await identify(visitId);
      const products = chance.between(1, Math.min(3, most));
      for (let product = 0; product < products; product += 1) await add(visitId);
      const view = await must('visits.current', {});
      if (!view) throw new Error('the visit is gone');
      const pictures = await fill(view);
      const ready = await must('visits.current', {});
      if (!ready) throw new Error('the visit is gone');
      const undone = ready.transactions.filter(({ complete }) => !complete);
      if (undone.length > 0)
        throw new Error(
          `not complete: ${JSON.stringify(undone.map(({ product, steps }) => [product.id, steps]))}`,
        );
      const later = ready.transactions.filter(({ product }) => product.id in PICKED_UP_LATER).length;
      const promised = await commit(
        visitId,
        later > 0 ? 'pickUpNeeded' : 'inOneGo',
        pictures,
        ready.totalCents > 0 ? 'card' : 'none',
        chance() < 0.3 ? NOTE : '',
        later,
      );
      promised.zaken.forEach((zaak, index) => {
        const productId = PICKED_UP_LATER[ready.transactions[index]?.product.id ?? ''];
        if (productId !== undefined) waiting.push({ zaak, productId });
      });
      if (later > 0 && promised.messages > 0 && chance() < 0.6) await sayReady(promised.zaken);
      return promised;
    },
  };
}

/** Whether the visitor wants a message, and where. */
function wishOf(chance: Chance): CallInput<'transactions.commit'>['message'] {
  if (chance() < 0.4) return undefined;
  const channels = chance.of([['email'], ['sms'], ['email', 'sms']] as const);
  return { to: channels.map((channel) => ({ channel, address: ADDRESSES[channel] })), webFormOf: null };
}

/** The beginning and the end of a JPEG around noise: what is inside is not looked at. */
function jpeg(chance: Chance): Buffer {
  const data = Buffer.from(
    Array.from({ length: chance.between(2000, 20_000) }, () => chance.between(0, 255)),
  );
  data.writeUInt32BE(0xffd8ffe0);
  data.writeUInt16BE(0xffd9, data.length - 2);
  return data;
}

function noise(chance: Chance): Buffer {
  const side = 40;
  const ink = Uint8Array.from({ length: side * side }, () => chance.between(0, 255));
  return Buffer.from(encodePng({ width: side, height: side, ink }));
}
