import { visit } from '../../renderer/i18n/nl/visit.ts';
import { addProduct, nextStep, OTHERS, PERSON } from './world/desk.ts';
import { ask } from './world/door.ts';
import { clerkAtWork } from './world/ready.ts';
import { expect, type Page, test } from './world/test.ts';
import { typistAt } from './world/typed-reader.ts';

/** A reader is faster than anybody types; the clerk here is fast too. */
const READER = 12;
const CLERK = 45;

async function startVisit(page: Page): Promise<void> {
  await ask(page, 'hall.startWithoutTicket', { commandId: crypto.randomUUID(), group: 'O' });
  await expect(page.getByRole('heading', { name: visit.identify.title })).toBeVisible();
}
const header = (page: Page) => page.getByRole('region', { name: visit.header.label, exact: true });
const field = (page: Page, name: 'bsn' | 'surname' | 'postcode') =>
  page.getByLabel(visit.identify[name], { exact: true });

test('a reader that types as a keyboard identifies the visitor, and leaves no letter in the field with the focus', async ({
  page,
  town,
  started,
}) => {
  await clerkAtWork(page, started.current());
  await startVisit(page);
  const lines = `${town.practice.documentFor(PERSON.bsn).join('\n')}\n`;
  const reader = await typistAt(page);
  await field(page, 'surname').fill('Janssen');
  await field(page, 'surname').evaluate((input: HTMLInputElement) => input.setSelectionRange(1, 3));
  // Half a document first: it is refused, and all that it typed is gone.
  await reader.type(lines.slice(0, 40), READER);
  await expect(page.getByText(visit.refused.layout)).toBeVisible();
  await expect(field(page, 'surname')).toHaveValue('Janssen');
  const selection = await field(page, 'surname').evaluate((input: HTMLInputElement) => [
    input.selectionStart,
    input.selectionEnd,
  ]);
  expect(selection).toEqual([1, 3]);
  await reader.type(lines, READER);
  await expect(header(page)).toContainText(PERSON.name);
});

test('the layout of the PC does not matter, nor whether anything has the focus', async ({
  page,
  town,
  started,
}) => {
  await clerkAtWork(page, started.current());
  await startVisit(page);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const reader = await typistAt(page, true);
  await reader.type(`${town.practice.documentFor(PERSON.bsn).join('\n')}\n\n`, READER);
  await expect(header(page)).toContainText(PERSON.name);
});

test('a scanned code identifies the visitor from any field; of somebody else it is refused', async ({
  page,
  started,
}) => {
  await clerkAtWork(page, started.current());
  await startVisit(page);
  const scanner = await typistAt(page);
  await field(page, 'postcode').fill('3077');
  await scanner.type(`${PERSON.bsn}\n`, READER);
  await expect(header(page)).toContainText(PERSON.name);
  await scanner.type(`${OTHERS[0]}\n`, READER);
  await expect(page.getByText(visit.refused.otherPerson)).toBeVisible();
  await expect(header(page)).toContainText(PERSON.name);
});

test('what a person types is never taken: fast, in bursts, with a held key, or nine digits and Enter', async ({
  page,
  started,
}) => {
  await clerkAtWork(page, started.current());
  await startVisit(page);
  const clerk = await typistAt(page);
  const surname = field(page, 'surname');
  await surname.focus();
  await clerk.type('vandenbroekvanderheuvel tot den oever', CLERK);
  await expect(surname).toHaveValue('vandenbroekvanderheuvel tot den oever');
  await surname.fill('');
  for (const burst of ['rollover', 'twentylettersatonceX', 'andmore'])
    await clerk.type(burst, burst.length > 10 ? 5 : 1);
  await expect(surname).toHaveValue('rollovertwentylettersatonceXandmore');
  await surname.fill('');
  await clerk.type('a', CLERK);
  for (let times = 0; times < 40; times += 1) await clerk.press({ code: 'KeyA', key: 'a', repeat: true }, 30);
  await expect(surname).toHaveValue('a'.repeat(41));
  await surname.fill('');
  await field(page, 'bsn').focus();
  await clerk.type(PERSON.bsn, CLERK);
  await expect(field(page, 'bsn')).toHaveValue(PERSON.bsn);
  await clerk.type('\n', CLERK);
  await expect(header(page)).toContainText(PERSON.name);
});

test('a list keeps its choice while a reader types, and still finds by letters what a person types', async ({
  page,
  started,
}) => {
  await clerkAtWork(page, started.current());
  await startVisit(page);
  const scanner = await typistAt(page);
  await scanner.type(`${PERSON.bsn}\n`, READER);
  await expect(header(page)).toContainText(PERSON.name);
  await addProduct(page, 'akte', 'Afschrift van een akte');
  await nextStep(page, visit.steps.kind.form);
  const choice = page.getByRole('button', { name: /Soort akte/ });
  await choice.focus();
  await scanner.type('h', CLERK);
  await expect(choice).toContainText('Huwelijksakte');
  // What is said of a scan goes with the next change of the visit, so that is awaited first.
  await expect(page.getByText(visit.steps.saved, { exact: true })).toBeVisible();
  // Letters that would choose another one, as a reader types them.
  await scanner.type('GEBOORTEAKTE<<GEBOORTEAKTE<<<<', READER);
  await expect(page.getByText(visit.refused.layout)).toBeVisible();
  await expect(choice).toContainText('Huwelijksakte');
  // A list takes letters together for a second; what came before may still be among them.
  await expect(async () => {
    await scanner.type('ov', 5);
    await expect(choice).toContainText('Overlijdensakte', { timeout: 500 });
  }).toPass();
});
