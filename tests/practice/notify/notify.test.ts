import { expect, test } from 'vitest';
import { notifyKey, notifyToken } from '../../../electron/core/central/notify/notify-token.ts';
import { PRACTICE_TEMPLATES } from '../../../electron/practice/index.ts';
import { type Json, textOf } from '../../../electron/practice/json.ts';
import { startTestPractice } from '../practice-world.ts';

const EMAIL = {
  template_id: PRACTICE_TEMPLATES.webForm.email,
  email_address: 'balie@example.nl',
  personalisation: { gemeente: 'Oefenstad', product: 'Verhuizing', link: 'https://example.nl/verhuizen' },
  reference: 'kenmerk-1',
};

async function open() {
  const { practice, clock, call } = await startTestPractice();
  const key = notifyKey(practice.credentials.notifyApiKey);
  if (!key) throw new Error('the practice key is no key');
  const headers = (late = 0, secret = key.secret) => ({
    Authorization: `Bearer ${notifyToken({ ...key, secret }, new Date(clock.now().getTime() - late * 1000))}`,
  });
  return {
    practice,
    post: (channel: string, body: Json, more: Record<string, string> = headers()) =>
      call('POST', `/notify/v2/notifications/${channel}`, body, more),
    get: (path: string) => call('GET', `/notify/v2/${path}`, undefined, headers()),
    headers,
  };
}

test('a message is kept, filled in, and found by its reference and its id', async () => {
  const { post, get } = await open();
  const { status, body } = await post('email', EMAIL);
  expect([status, body]).toMatchObject([
    201,
    {
      reference: 'kenmerk-1',
      content: { subject: 'Zelf regelen: Verhuizing', body: expect.stringContaining('example.nl/verhuizen') },
      template: { id: EMAIL.template_id, version: 1 },
    },
  ]);
  expect((await get('notifications?reference=kenmerk-1')).body).toMatchObject({
    notifications: [
      { id: body.id, reference: 'kenmerk-1', email_address: 'balie@example.nl', type: 'email' },
    ],
  });
  expect((await get('notifications?reference=kenmerk-2')).body).toMatchObject({ notifications: [] });
  expect((await get(`notifications/${textOf(body.id)}`)).body).toMatchObject({ id: body.id });
});

test('the same reference again is taken as well: whoever does not look first, sends twice', async () => {
  const { post, practice } = await open();
  await post('email', EMAIL);
  await post('email', EMAIL);
  expect(practice.inspect().notifications).toHaveLength(2);
});

test.each([
  [
    'email',
    { ...EMAIL, email_address: 'balie' },
    'ValidationError',
    'email_address Not a valid email address',
  ],
  ['email', { personalisation: {} }, 'ValidationError', 'template_id is a required property'],
  ['email', { ...EMAIL, template_id: 'webform' }, 'ValidationError', 'template_id is not a valid UUID'],
  ['email', { ...EMAIL, phone_number: '0612345678' }, 'ValidationError', 'Additional properties'],
  [
    'email',
    { ...EMAIL, template_id: '3b0f2c60-1f8b-4a5e-9d67-0000000000ff' },
    'BadRequestError',
    'Template not found',
  ],
  [
    'email',
    { ...EMAIL, template_id: PRACTICE_TEMPLATES.webForm.sms },
    'BadRequestError',
    'sms template is not suitable for email notification',
  ],
  ['email', { ...EMAIL, personalisation: {} }, 'BadRequestError', 'Missing personalisation: product, link'],
  [
    'sms',
    { template_id: PRACTICE_TEMPLATES.webForm.sms, phone_number: '0612', personalisation: {} },
    'ValidationError',
    'phone_number Not enough digits',
  ],
] as const)('%s: %j is refused with %s', async (channel, body, error, message) => {
  const { post, practice } = await open();
  const answer = await post(channel, body);
  expect(answer).toMatchObject({ status: 400, body: { status_code: 400 } });
  expect(answer.body.errors).toMatchObject([
    { error, message: expect.stringContaining(message) },
    ...rest(answer),
  ]);
  expect(practice.inspect().notifications).toEqual([]);
});

function rest({ body }: { readonly body: { readonly errors?: Json } }): readonly Json[] {
  return Array.isArray(body.errors) ? body.errors.slice(1) : [];
}

test('a token is good for thirty seconds, and only with the right key', async () => {
  const { post, headers } = await open();
  expect((await post('email', EMAIL, headers(29))).status).toBe(201);
  expect(await post('email', EMAIL, headers(31))).toMatchObject({
    status: 403,
    body: { errors: [{ error: 'AuthError', message: expect.stringContaining('system clock') }] },
  });
  expect((await post('email', EMAIL, headers(-31))).status).toBe(403);
  expect((await post('email', EMAIL, headers(0, 'een ander geheim'))).status).toBe(403);
  expect((await post('email', EMAIL, { Authorization: '' })).status).toBe(401);
});

test('a template tells its channel and its text; one that is not there is 404', async () => {
  const { get } = await open();
  expect((await get(`template/${PRACTICE_TEMPLATES.readyForPickUp.sms}`)).body).toMatchObject({
    type: 'sms',
    body: expect.stringContaining('((zaaknummer))'),
  });
  expect(await get('template/3b0f2c60-1f8b-4a5e-9d67-0000000000ff')).toMatchObject({
    status: 404,
    body: { errors: [{ error: 'NoResultFound' }] },
  });
});
