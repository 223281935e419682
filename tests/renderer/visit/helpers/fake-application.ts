import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CallInput, CallOutput } from '../../../../shared/contract/index.ts';
import type { TransactionView, VisitView } from '../../../../shared/contract/visits.ts';
import { changeFor } from '../../../../shared/domain/money.ts';
import { Product, type StepData } from '../../../../shared/domain/product.ts';
import { stepsFor } from '../../../../shared/domain/product-rules.ts';
import { stepCaseOf, stepProblems } from '../../../../shared/domain/step-problems.ts';
import { EMPTY_VISIT, NO_MESSAGES, QUEUE_CALLED, SESSION } from '../../../helpers/counter-scene.ts';
import type { FakeBridge } from '../../../helpers/fake-bridge.ts';

const PRODUCTS = path.resolve(import.meta.dirname, '../../../../resources/products');

/** A product of the catalogue as it is delivered. */
export function product(id: string): Product {
  return Product.parse(JSON.parse(readFileSync(path.join(PRODUCTS, `${id}.json`), 'utf8')));
}

/** A verified person from the official test set. */
export const PERSON: NonNullable<VisitView['person']> = {
  source: 'brp',
  verification: 'verified',
  verifiedAt: '2026-11-23T09:38:00.000Z',
  fullName: 'Suzanne Moulin',
  shortName: 'Mevrouw S. Moulin',
  birthDateText: '1 december 1985',
  age: 40,
  sex: 'vrouw',
  address: ['Boterdiep 31', '3077 AW Rotterdam'],
  bsnMasked: '•••••3653',
  nationality: 'Nederlandse',
  dutch: 'yes',
  gezag: null,
  gezagQuestion: 'none',
  warnings: [{ code: 'geheimhouding', severity: 'warn' }],
};

/** A specimen passport that has run out. */
export const DOCUMENT: NonNullable<VisitView['document']> = {
  kind: 'passport',
  number: 'SPECI2014',
  issuer: 'NLD',
  expiryDate: '2024-03-09',
  expired: true,
  differences: [],
  readAt: '2026-11-23T09:38:00.000Z',
};

/** The part of the application that the visit pane speaks with, in memory; the leges are 1000 cents for what is paid. */
export interface FakeApplication {
  visit: VisitView | null;
  /** What a look-up says of the zaak of a pick-up. */
  pickUp: TransactionView['pickUp'];
  readonly bridge: FakeBridge;
}

interface Draft {
  readonly transactionId: string;
  readonly product: Product;
  readonly data: Map<number, StepData>;
  variantId: string | null;
  urgent: boolean;
  pickUpOf: string | null;
}

const PICKED_UP: TransactionView['pickUp'] = {
  check: 'central',
  productName: 'Paspoort',
  startedOn: '2026-11-16',
  forName: 'Suzanne Moulin',
  holder: 'same',
};

const FEE_CENTS = 8387;

/** Answers the calls of the visit from memory, by the same rules of steps as the application. */
export function fakeApplication(bridge: FakeBridge, start: Partial<VisitView> = {}): FakeApplication {
  const products = [
    'brp-uittreksel',
    'legalisatie-handtekening',
    'paspoort',
    'paspoort-ophalen',
    'verhuizing',
  ].map(product);
  const drafts: Draft[] = [];
  const app: FakeApplication = { visit: { ...EMPTY_VISIT, ...start }, pickUp: PICKED_UP, bridge };

  const viewOf = (draft: Draft): TransactionView => {
    const steps = stepsFor(draft.product, { age: app.visit?.person?.age ?? undefined }).flatMap(
      ({ index, step }) => {
        if (step.kind === 'payment') return [];
        const data = draft.data.get(index) ?? null;
        const problems = [...stepProblems(step, data, stepCaseOf(app.visit?.person ?? null, '2026-11-23'))];
        const state =
          problems.length === 0 ? ('done' as const) : data ? ('problem' as const) : ('todo' as const);
        return [{ index, kind: step.kind, state, problems, data }];
      },
    );
    const isPaid = draft.product.steps.some(({ kind }) => kind === 'payment');
    const fee = isPaid
      ? { cents: FEE_CENTS, lines: [{ text: draft.product.name, cents: FEE_CENTS }], example: true }
      : { cents: 0, lines: [], example: false };
    const { transactionId, variantId, urgent, pickUpOf } = draft;
    const complete = steps.every(({ problems }) => problems.length === 0);
    const pickUp = pickUpOf === null ? null : app.pickUp;
    return {
      transactionId,
      product: draft.product,
      variantId,
      urgent,
      fee,
      steps,
      pickUpOf,
      pickUp,
      complete,
    };
  };
  const show = (change: Partial<VisitView> = {}): VisitView => {
    const transactions = drafts.map(viewOf);
    const totalCents = transactions.reduce((sum, { fee }) => sum + fee.cents, 0);
    app.visit = { ...EMPTY_VISIT, ...app.visit, ...change, transactions, totalCents };
    return app.visit;
  };
  const draftOf = (transactionId: string): Draft => {
    const draft = drafts.find((one) => one.transactionId === transactionId);
    if (draft === undefined) throw new Error(`no transaction ${transactionId}`);
    return draft;
  };
  const changed = () => ({ ok: true, value: show() }) as const;

  bridge.give('session.state', SESSION);
  bridge.give('hall.queue', QUEUE_CALLED);
  bridge.give('visits.finished', []);
  const nothing = { at: '2026-11-23T09:40:00.000Z', live: true, more: false, items: [] };
  bridge.give('klantbeeld.zaken', nothing);
  bridge.give('klantbeeld.contacten', nothing);
  bridge.give('klantbeeld.taken', nothing);
  bridge.give('visits.handOverTargets', []);
  bridge.give('messages.offer', NO_MESSAGES);
  bridge.give('devices.list', { devices: [], jobs: [], cashDrawer: true, problems: [] });
  bridge.give('transactions.signing', null);
  bridge.give('visits.products', products);
  bridge.answer('visits.current', () => ({ ok: true, value: app.visit }));
  bridge.answer('visits.addProduct', (input) => {
    const chosen = products.find(({ id }) => id === input.productId);
    if (chosen === undefined) return { ok: false, error: { code: 'notFound' } };
    const variantId = chosen.variants.length > 0 ? (chosen.variants[0]?.id ?? null) : null;
    drafts.push({
      transactionId: `t${drafts.length + 1}`,
      product: chosen,
      data: new Map(),
      variantId,
      urgent: false,
      pickUpOf: null,
    });
    return changed();
  });
  bridge.answer('visits.removeProduct', ({ transactionId }) => {
    drafts.splice(drafts.indexOf(draftOf(transactionId)), 1);
    return changed();
  });
  bridge.answer('transactions.choose', ({ transactionId, ...choice }) => {
    Object.assign(draftOf(transactionId), choice);
    return changed();
  });
  bridge.answer('transactions.saveStep', ({ transactionId, index, data }) => {
    draftOf(transactionId).data.set(index, data);
    return changed();
  });
  bridge.answer('transactions.attach', ({ transactionId, index }) => {
    const { product: of, data } = draftOf(transactionId);
    const kind = of.steps[index]?.kind === 'signature' ? 'signature' : 'photo';
    data.set(index, { kind, attachmentId: `${transactionId}-${index}` });
    return changed();
  });
  bridge.answer('visits.identify', () => ({
    ok: true,
    value: { kind: 'identified', visit: show({ person: PERSON, document: DOCUMENT }) },
  }));
  bridge.give('visits.openZaken', [
    {
      zaakIdentificatie: 'BALIE-2026-0000398',
      productName: 'Paspoort',
      startedOn: '2026-11-16',
      source: 'here',
    },
  ]);
  bridge.answer('transactions.commit', (input) => ({ ok: true, value: commit(input) }));

  function commit({ visitId, payment }: CallInput<'transactions.commit'>): CallOutput<'transactions.commit'> {
    const { totalCents, transactions } = show();
    app.visit = null;
    return {
      visitId,
      receiptNumber: '2026-000412',
      totalCents,
      changeCents: payment.method === 'cash' ? (changeFor(totalCents, payment.givenCents) ?? 0) : 0,
      zaken: transactions.map(({ product: { name } }, index) => ({
        productName: name,
        zaakIdentificatie: `BALIE-2026-000041${index}`,
      })),
    };
  }
  return app;
}
