import { expect, test } from 'vitest';
import { TEMPLATES, fieldsOf } from '../../../electron/practice/notify/templates.ts';
import { MESSAGE_FIELDS } from '../../../electron/core/notifications/index.ts';
import { PRACTICE_TEMPLATES } from '../../../electron/practice/index.ts';
import { check, findings, heldAfter, type Wrong } from './check-scene.ts';

const NOBODYS = '3b0f2c60-1f8b-4a5e-9d67-0000000000ff';

function withTemplates(templates: object): NonNullable<Wrong['central']> {
  return ({ notify, ...central }) => ({ ...central, ...(notify && { notify: { ...notify, templates } }) });
}

test('a check sends nobody a message', async () => {
  const result = await check();
  expect(result.systems.find(({ name }) => name === 'notify')?.findings).toEqual([]);
  expect(heldAfter(result)?.notifications).toEqual([]);
});

test('where NotifyNL is not configured, it is not in the list', async () => {
  const result = await check({ central: ({ notify: _none, ...central }) => central });
  expect(result.systems.map(({ name }) => name)).not.toContain('notify');
});

test('a template that is not there, and one of another channel, each with its key', async () => {
  const { email, sms } = PRACTICE_TEMPLATES.confirmation;
  const result = await check({
    central: withTemplates({ confirmation: { email: NOBODYS, sms: email }, webForm: { sms } }),
  });
  const of = result.systems.find(({ name }) => name === 'notify')?.findings ?? [];
  expect(of.map(({ what }) => what)).toEqual([
    `NotifyNL heeft het sjabloon ${NOBODYS} niet, of het is van een andere dienst.`,
    'Het sjabloon "confirmation email" is van het soort email, niet sms.',
    'Het sjabloon "confirmation sms" vraagt velden die Waarmee niet invult: datum, producten, zaaknummers. NotifyNL weigert dan elk bericht.',
  ]);
  expect(of[0]?.advice).toContain('central.notify.templates.confirmation.email');
  expect(of[2]?.advice).toContain('gemeente, locatie, product, link');
});

test('a secret that is no key, one that was revoked, and none', async () => {
  expect(findings(await check({ secrets: { notify: 'abc' } }))).toEqual([
    'notify: Het geheim "notify" is geen sleutel van NotifyNL.',
  ]);
  const other = 'balie-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0';
  expect(findings(await check({ secrets: { notify: other } }))).toEqual([
    'notify: Het systeem laat deze werkplek niet toe (403, AuthError).',
  ]);
  expect(findings(await check({ secrets: { notify: undefined } }))).toEqual([
    'notify: Het geheim "notify" staat niet op deze pc.',
  ]);
});

test('an address that leads to no NotifyNL is told once, not for every template', async () => {
  const result = await check({
    central: ({ notify, ...central }) => ({
      ...central,
      ...(notify && { notify: { ...notify, baseUrl: notify.baseUrl.replace('/notify', '/nergens') } }),
    }),
  });
  expect(findings(result)).toEqual(['notify: Op dit adres is geen API.']);
});

test('the templates of the practice NotifyNL ask for nothing that is not filled in', () => {
  for (const message of ['confirmation', 'readyForPickUp', 'webForm'] as const) {
    const ids: readonly string[] = Object.values(PRACTICE_TEMPLATES[message]);
    const of = TEMPLATES.filter(({ id }) => ids.includes(id));
    expect(of).toHaveLength(2);
    expect(MESSAGE_FIELDS[message]).toEqual(expect.arrayContaining([...new Set(of.flatMap(fieldsOf))]));
  }
});

test('a web form of a product that is not there', async () => {
  const result = await check({
    central: ({ notify, ...central }) => ({
      ...central,
      ...(notify && { notify: { ...notify, webForms: { verhuizen: 'https://www.example.nl/verhuizen' } } }),
    }),
  });
  expect(findings(result)).toEqual([
    'notify: Er is een webformulier ingesteld voor "verhuizen", maar dat product is er niet.',
  ]);
});
