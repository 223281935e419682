import { expect, test } from 'vitest';
import { openDesk } from '../../helpers/core-desk.ts';
import { PIXEL_PNG, save, SMALL_JPEG, visitWith, VOG_FORM } from '../../helpers/core-transactions.ts';

test('an incomplete step is kept, and says what is missing', async () => {
  const desk = await openDesk();
  const { transactionId } = await visitWith(desk, 'vog');
  const data = { kind: 'form', values: { organisatie: 'Stichting Voorbeeld', postcode: '12' } } as const;
  const visit = await save(desk, transactionId, 1, data);
  expect(visit.transactions[0]?.steps[1]).toEqual({
    index: 1,
    kind: 'form',
    state: 'problem',
    data,
    problems: [
      { field: 'functie', reason: 'required' },
      { field: 'postcode', reason: 'notAPostcode' },
      { field: 'huisnummer', reason: 'required' },
    ],
  });
  expect(visit.transactions[0]?.complete).toBe(false);
  await save(desk, transactionId, 1, VOG_FORM);
  const later = await desk.must('visits.current', {});
  expect(later?.transactions[0]?.steps[1]).toMatchObject({ state: 'done', problems: [], data: VOG_FORM });
});

test.each([
  ['data of another kind', 1, { kind: 'checklist', checked: [] }, 'data.kind'],
  ['a step that is not there', 9, { kind: 'note', text: '' }, 'data.kind'],
  ['an attachment that was not attached', 2, { kind: 'photo', attachmentId: 'x' }, 'data.attachmentId'],
] as const)('%s is refused by field and changes nothing', async (_what, index, data, field) => {
  const desk = await openDesk();
  const { transactionId } = await visitWith(desk, index === 2 ? 'paspoort' : 'vog');
  const input = {
    commandId: desk.commandId(),
    transactionId,
    index,
    data: data as typeof VOG_FORM | typeof data,
  };
  const answer = await desk.dispatch('transactions.saveStep', input, {
    audience: 'counter',
    client: 'window 1',
    counter: 1,
  });
  expect(answer).toMatchObject({ ok: false, error: { code: 'invalidInput', field } });
  expect(desk.store.db.prepare('SELECT count(*) FROM draft_step').pluck().get()).toBe(0);
});

test('a photo is stored with the advice it was kept against; nothing looked at is nothing said', async () => {
  const desk = await openDesk();
  const { transactionId } = await visitWith(desk, 'paspoort');
  const attach = async (advice: { advice?: ('tilted' | 'glare')[] }) => {
    const picture = { transactionId, index: 2, mime: 'image/jpeg', base64: SMALL_JPEG } as const;
    const visit = await desk.must('transactions.attach', {
      commandId: desk.commandId(),
      ...picture,
      ...advice,
    });
    return visit.transactions[0]?.steps.find(({ index }) => index === 2);
  };
  expect(await attach({ advice: ['tilted', 'glare'] })).toMatchObject({
    state: 'done',
    data: { kind: 'photo', advice: ['tilted', 'glare'] },
  });
  expect((await attach({ advice: [] }))?.data).toMatchObject({ advice: [] });
  expect((await attach({}))?.data).not.toHaveProperty('advice');
});

test('a photo is stored with its bytes, replaces an earlier one, and can be shown again', async () => {
  const desk = await openDesk();
  const { transactionId } = await visitWith(desk, 'paspoort');
  const attach = (mime: 'image/jpeg' | 'image/png', base64: string) =>
    desk.must('transactions.attach', { commandId: desk.commandId(), transactionId, index: 2, mime, base64 });
  await attach('image/png', PIXEL_PNG);
  const visit = await attach('image/jpeg', SMALL_JPEG);
  const data = visit.transactions[0]?.steps.find(({ index }) => index === 2)?.data;
  if (data?.kind !== 'photo') throw new Error('the step holds no photo');
  const { attachmentId } = data;
  expect(await desk.must('transactions.attachment', { attachmentId })).toEqual({
    mime: 'image/jpeg',
    base64: SMALL_JPEG,
  });
  expect(desk.store.db.prepare('SELECT count(*) FROM draft_attachment').pluck().get()).toBe(1);
  expect(await desk.call('transactions.attachment', { attachmentId }, 2)).toMatchObject({
    error: { code: 'notFound' },
  });
  expect(await desk.call('transactions.attachment', { attachmentId: 'x' })).toMatchObject({
    error: { code: 'notFound' },
  });
});

const jpegOf = (bytes: number) =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(bytes - 3)]).toString('base64');

test.each([
  ['a picture of another kind', 2, PIXEL_PNG, 'invalidInput', 'base64'],
  ['text', 2, Buffer.from('geen foto, maar tekst').toString('base64'), 'invalidInput', 'base64'],
  ['three bytes', 2, '/9j/', 'invalidInput', 'base64'],
  ['no bytes at all', 2, '!!!!', 'invalidInput', 'base64'],
  ['more than 2 MB', 2, jpegOf(2_000_001), 'attachmentTooLarge', 'base64'],
  ['a step that takes no picture', 0, SMALL_JPEG, 'invalidInput', 'index'],
  ['a step that is not there', 20, SMALL_JPEG, 'invalidInput', 'index'],
] as const)('as a JPEG %s is refused', async (_what, index, base64, code, field) => {
  const desk = await openDesk();
  const { transactionId } = await visitWith(desk, 'paspoort');
  const input = { commandId: desk.commandId(), transactionId, index, mime: 'image/jpeg', base64 } as const;
  expect(await desk.call('transactions.attach', input)).toMatchObject({ ok: false, error: { code, field } });
  expect(desk.log.lines).toEqual([]);
});

test('exactly 2 MB is taken', async () => {
  const desk = await openDesk();
  const { transactionId } = await visitWith(desk, 'paspoort');
  const input = { commandId: desk.commandId(), transactionId, index: 2, mime: 'image/jpeg' } as const;
  expect(await desk.call('transactions.attach', { ...input, base64: jpegOf(2_000_000) })).toMatchObject({
    ok: true,
  });
});

test('steps of another counter cannot be filled in', async () => {
  const desk = await openDesk();
  const { transactionId } = await visitWith(desk, 'vog');
  const refusal = { ok: false, error: { code: 'notFound', field: 'transactionId' } };
  const input = { commandId: desk.commandId(), transactionId, index: 1 };
  expect(await desk.call('transactions.saveStep', { ...input, data: VOG_FORM }, 2)).toEqual(refusal);
  expect(await desk.call('transactions.makeDocument', input, 2)).toEqual(refusal);
  const picture = { ...input, mime: 'image/png', base64: PIXEL_PNG } as const;
  expect(await desk.call('transactions.attach', picture, 2)).toEqual(refusal);
});

test.each([
  ['an unknown kind', { variantId: 'zeeman', urgent: false }, 'notFound', 'variantId'],
  ['a kind for another age', { variantId: 'kind', urgent: false }, 'productNotPossible', 'variantId'],
] as const)('%s cannot be chosen', async (_what, choice, code, field) => {
  const desk = await openDesk();
  const { transactionId } = await visitWith(desk, 'paspoort');
  const input = { commandId: desk.commandId(), transactionId, pickUpOf: null, ...choice };
  expect(await desk.call('transactions.choose', input)).toMatchObject({ error: { code, field } });
});

test('urgency is added to the leges where the product knows it, and refused where not', async () => {
  const desk = await openDesk();
  const { transactionId } = await visitWith(desk, 'paspoort');
  const choice = { variantId: 'volwassene', urgent: true, pickUpOf: null };
  const visit = await desk.must('transactions.choose', {
    commandId: desk.commandId(),
    transactionId,
    ...choice,
  });
  expect(visit.totalCents).toBe(8387 + 5709);
  await desk.must('visits.removeProduct', { commandId: desk.commandId(), transactionId });
  const added = await desk.must('visits.addProduct', {
    commandId: desk.commandId(),
    visitId: visit.visitId,
    productId: 'vog',
  });
  const vog = added.transactions[0]?.transactionId ?? '';
  const urgent = {
    commandId: desk.commandId(),
    transactionId: vog,
    variantId: null,
    urgent: true,
    pickUpOf: null,
  };
  expect(await desk.call('transactions.choose', urgent)).toMatchObject({
    error: { code: 'productNotPossible', field: 'urgent' },
  });
});
