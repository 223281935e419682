import { expect, test } from 'vitest';
import { createKeptZaken } from '../../../electron/core/kept-zaken/index.ts';
import type { IdentifyBy } from '../../../shared/contract/visits.ts';
import { type Desk, openDesk } from '../../helpers/core-desk.ts';
import { BSN, passport } from '../../helpers/core-persons.ts';
import { addTo, fillPassport, fillVog, klaar } from '../../helpers/core-transactions.ts';

/** A passport as it is made since August 2021: without a burgerservicenummer that can be read. */
const shows = (bsn: string, number?: string): IdentifyBy => ({
  kind: 'mrz',
  text: passport(bsn, number === undefined ? {} : { number }).join('\n'),
});
/** As the BRP does not write it. */
const spelledOtherwise = passport(BSN.adult, { number: 'NXB1K2C34', surname: 'Mulen' }).join('\n');
const tells = (bsn: string): IdentifyBy => ({ kind: 'bsn', bsn });

async function visitBy(desk: Desk, by: IdentifyBy): Promise<string> {
  const { visitId } = await desk.startVisit();
  await desk.must('visits.identify', { commandId: desk.commandId(), visitId, by });
  return visitId;
}

/** A passport is asked for. */
async function asks(desk: Desk, by: IdentifyBy): Promise<string | undefined> {
  const visitId = await visitBy(desk, by);
  await fillPassport(desk, await addTo(desk, visitId, 'paspoort'));
  const { zaken } = await desk.must('transactions.commit', klaar(desk, visitId, { outcome: 'pickUpNeeded' }));
  return zaken[0]?.zaakIdentificatie;
}

/** What somebody who comes back is offered, by zaak number. */
async function offered(desk: Desk, by: IdentifyBy) {
  const visitId = await visitBy(desk, by);
  const zaken = await desk.must('visits.openZaken', { visitId });
  return zaken.map(({ zaakIdentificatie, source }) => [zaakIdentificatie, source]);
}

test.each([
  ['the same document', shows(BSN.adult), false, shows(BSN.adult), true],
  ['the new document, by its names and date', tells(BSN.adult), false, shows(BSN.adult, 'NXB1K2C34'), true],
  ['any document, asked for while the BRP was away', shows(BSN.adult), true, tells(BSN.adult), false],
  ['the same document, the BRP away both times', shows(BSN.adult), true, shows(BSN.adult), true],
])('a zaak of this PC is found by %s', async (_, first, awayFirst, second, awayThen) => {
  const desk = await openDesk();
  desk.brp.away = awayFirst;
  const zaak = await asks(desk, first);
  desk.brp.away = awayThen;
  expect(await offered(desk, second)).toEqual([[zaak, 'here']]);
});

test('the same document finds a zaak whose holder it spells otherwise than the BRP', async () => {
  const desk = await openDesk();
  const zaak = await asks(desk, tells(BSN.adult));
  desk.store.db
    .prepare(
      `UPDATE visit SET document = json_object('kind', 'passport', 'number', 'NXB1K2C34', 'issuer', 'NLD')`,
    )
    .run();
  desk.brp.away = true;
  expect(await offered(desk, { kind: 'mrz', text: spelledOtherwise })).toEqual([[zaak, 'here']]);
});

test.each([
  ['of somebody else', 'NLD', shows(BSN.triplet)],
  ['of somebody else, with this number', 'NLD', shows(BSN.triplet, 'NXB1K2C34')],
  ['with this number, of another country', 'D', { kind: 'mrz', text: spelledOtherwise } as const],
])('a document %s finds nothing', async (_, issuer, by) => {
  const desk = await openDesk();
  await asks(desk, shows(BSN.adult, 'NXB1K2C34'));
  desk.store.db.prepare(`UPDATE visit SET document = json_set(document, '$.issuer', ?)`).run(issuer);
  desk.brp.away = true;
  expect(await offered(desk, by)).toEqual([]);
});

test('once the visit holds no personal data any more, a document finds its zaak no more', async () => {
  const desk = await openDesk();
  await asks(desk, shows(BSN.adult));
  desk.store.db.prepare('UPDATE visit SET person = NULL, document = NULL, burgerservicenummer = NULL').run();
  desk.brp.away = true;
  expect(await offered(desk, shows(BSN.adult))).toEqual([]);
});

const NUMBER = 'BALIE-B02-01KAR000000000000000000001';

/** Somebody came here before for another product; his passport was asked for at another counter. */
async function cameBefore(bsn: string, by: IdentifyBy): Promise<Desk> {
  const desk = await openDesk();
  const visitId = await visitBy(desk, by);
  await fillVog(desk, await addTo(desk, visitId, 'vog'));
  await desk.must('transactions.commit', klaar(desk, visitId));
  const kept = createKeptZaken(desk.store);
  const zaak = { zaaktype: 'BALIE-PASPOORT', omschrijving: 'Paspoort', startedOn: '2026-11-16' };
  const seenAt = '2026-11-23T08:10:00.000Z';
  kept.keep({ ...zaak, zaakIdentificatie: NUMBER, url: 'https://zaken.example/zaken/1', seenAt });
  kept.setHolder(NUMBER, bsn);
  desk.brp.away = true;
  return desk;
}

test('with the same document as before, the zaak that another counter started is found among those that are kept', async () => {
  const desk = await cameBefore(BSN.adult, shows(BSN.adult));
  expect(await offered(desk, shows(BSN.adult))).toEqual([[NUMBER, 'kept']]);
});

test('names and date alone tell no number, for there are namesakes: no zaak of another counter is looked for', async () => {
  const desk = await cameBefore(BSN.adult, tells(BSN.adult));
  expect(await offered(desk, shows(BSN.adult))).toEqual([]);
});
