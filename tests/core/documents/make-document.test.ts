import { expect, test } from 'vitest';
import { DocumentError, makeDocument } from '../../../electron/core/documents/index.ts';
import { DocumentTemplate } from '../../../shared/domain/product-steps.ts';
import { pdfText } from './pdf-text.ts';
import { FONTS, INPUT, signaturePng } from './sample-document.ts';

const raw = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');
const flat = (pdf: Uint8Array): string => pdfText(pdf).replaceAll('\n', '').replaceAll(/ +/g, ' ');
const pages = (pdf: Uint8Array): number => raw(pdf).match(/\/Type \/Page\n/g)?.length ?? 0;

test.each(DocumentTemplate.options)(
  '%s says who, what, when, where and its number, on one page with the signature',
  async (template) => {
    const text = flat(await makeDocument({ ...INPUT, template, signaturePng: signaturePng() }, FONTS));
    for (const part of [
      'Gemeente Voorbeeld',
      'Bewijs van aangifte van verhuizing',
      'Willeke Liselotte De Bruijn',
      '10 maart 1965',
      'Boterdiep 31',
      'Plataanlaan 4, 3224 TT Hellevoetsluis',
      '23 november 2026',
      'BALIE-1-000001-D01',
      'E. Bultenaar',
      'Pagina 1 van 1',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('\ufffd');
    expect(text).not.toContain('OEFENING');
  },
);

test('equal input gives equal bytes, with a signature too', async () => {
  const input = { ...INPUT, signaturePng: signaturePng() };
  const [first, second, third] = await Promise.all([1, 2, 3].map(() => makeDocument(input, FONTS)));
  expect(first).toEqual(second);
  expect(second).toEqual(third);
  expect(await makeDocument({ ...input, day: '2026-11-24' }, FONTS)).not.toEqual(first);
});

test('it is a tagged Dutch PDF/A-2b: fonts inside, a colour profile, no date of its own', async () => {
  const text = raw(await makeDocument(INPUT, FONTS));
  expect(text).toContain('<pdfaid:part>2</pdfaid:part>');
  expect(text).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
  expect(text).toContain('/OutputIntents');
  expect(text).toContain('/StructTreeRoot');
  expect(text).toContain('/Lang (nl-NL)');
  expect(new Set(text.match(/\(D:[^)]*\)/g))).toEqual(new Set(['(D:20261123120000Z)']));
  expect(text).not.toContain('Helvetica');
  const descriptors = text.match(/\/Type \/FontDescriptor/g)?.length;
  expect(descriptors).toBeGreaterThan(0);
  expect(text.match(/\/FontFile[23] /g)?.length).toBe(descriptors);
});

test('letters from all over Europe come out as they are', async () => {
  const fullName = 'Şahin Łódź Őrsi Ćosić Ñuñez Ĳsbrand Ğül Þór Çelik Žižek';
  expect(flat(await makeDocument({ ...INPUT, person: { ...INPUT.person, fullName } }, FONTS))).toContain(
    fullName,
  );
});

test('a letter written as base and accent is printed as the one letter', async () => {
  const person = { ...INPUT.person, fullName: 'Zoe\u0308' };
  expect(flat(await makeDocument({ ...INPUT, person }, FONTS))).toContain('Zoë');
});

test('a character no font has is named by its code point, never left out or shown as a box', async () => {
  const fields = [{ label: 'Waar?', value: 'Киев 🙂' }];
  const made = makeDocument({ ...INPUT, fields }, FONTS);
  await expect(made).rejects.toThrow(DocumentError);
  await expect(made).rejects.toMatchObject({
    code: 'unprintable',
    detail: 'U+041A U+0438 U+0435 U+0432 U+1F642',
  });
});

test('pasted line ends and tabs do no harm', async () => {
  const fields = [{ label: 'Wat?', value: 'een\r\ntwee\tdrie\n\nvier' }];
  const text = flat(await makeDocument({ ...INPUT, fields }, FONTS));
  expect(text).toMatch(/eentwee drie ?vier/);
});

test('an uittreksel is refused when the BRP was away', async () => {
  const person = { ...INPUT.person, source: 'document' } as const;
  await expect(makeDocument({ ...INPUT, template: 'brp-uittreksel', person }, FONTS)).rejects.toMatchObject({
    code: 'notVerified',
  });
});

test('any other document says that the data come from the identity document', async () => {
  const person = { ...INPUT.person, source: 'document' } as const;
  expect(flat(await makeDocument({ ...INPUT, person }, FONTS))).toContain(
    'overgenomen van het identiteitsbewijs',
  );
  expect(flat(await makeDocument(INPUT, FONTS))).not.toContain('overgenomen van het identiteitsbewijs');
});

test('the signature is in it as an image with a description', async () => {
  const text = raw(await makeDocument({ ...INPUT, signaturePng: signaturePng() }, FONTS));
  expect(text).toContain('/Subtype /Image');
  expect(text).toContain('/S /Figure');
  expect(text).toContain('/Alt (Handtekening van de aangever)');
  expect(raw(await makeDocument(INPUT, FONTS))).not.toContain('/Subtype /Image');
});

test('a signature that is no PNG is refused', async () => {
  const made = makeDocument({ ...INPUT, signaturePng: new Uint8Array([1, 2, 3]) }, FONTS);
  await expect(made).rejects.toMatchObject({ code: 'signatureUnreadable' });
});

test('long texts go on over as many pages as they need, each with its number', async () => {
  const fields = Array.from({ length: 20 }, (_, at) => ({
    label: `Vraag ${at + 1}`,
    value: 'Een lang antwoord. '.repeat(20),
  }));
  const pdf = await makeDocument({ ...INPUT, fields, signaturePng: signaturePng() }, FONTS);
  const count = pages(pdf);
  expect(count).toBeGreaterThan(2);
  for (let page = 1; page <= count; page += 1) expect(flat(pdf)).toContain(`Pagina ${page} van ${count}`);
  for (const { label } of fields) expect(flat(pdf)).toContain(label);
});

test('practice paper says that it has no value', async () => {
  expect(flat(await makeDocument({ ...INPUT, practice: true }, FONTS))).toContain('OEFENING, NIET GELDIG');
});

test('the burgerservicenummer stands only on what the municipality itself works with', async () => {
  const person = { ...INPUT.person, burgerservicenummer: '999999990' };
  const shown: string[] = [];
  for (const template of DocumentTemplate.options) {
    const text = flat(await makeDocument({ ...INPUT, template, person }, FONTS));
    if (text.includes('999999990')) shown.push(template);
  }
  expect(shown.toSorted()).toEqual(['verhuisbericht', 'verklaring-vermissing']);
});
