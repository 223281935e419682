// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { CallOutput } from '../../../shared/contract/index.ts';
import type { FakeBridge } from '../../helpers/fake-bridge.ts';
import { PERSON } from './helpers/fake-application.ts';
import { showVisit } from './helpers/render-visit.tsx';

afterEach(cleanup);

const AT = '2026-11-23T09:30:00.000Z';
const ZAKEN: CallOutput<'klantbeeld.zaken'> = {
  at: AT,
  live: true,
  more: false,
  items: [
    {
      zaakIdentificatie: 'ZAAK-1',
      omschrijving: 'Rijbewijs aanvragen',
      startedOn: '2026-11-19',
      endedOn: null,
      status: 'Wacht op ophalen',
      dueOn: '2026-11-20',
    },
    {
      zaakIdentificatie: 'ZAAK-2',
      omschrijving: 'Uittreksel',
      startedOn: '2026-08-23',
      endedOn: '2026-08-24',
      status: null,
      dueOn: null,
    },
  ],
};
const CONTACTEN: CallOutput<'klantbeeld.contacten'> = {
  at: AT,
  live: true,
  more: true,
  items: [{ kanaal: 'telefoon', onderwerp: 'Vraag over het rijbewijs', at: '2026-11-21T10:00:00.000Z' }],
  taken: [
    { handeling: 'Terugbellen', toelichting: 'Na 13 uur', assignedTo: 'Afdeling Vergunningen', since: AT },
  ],
};

async function klantbeeld(
  prepare: (bridge: FakeBridge) => void,
  visit: Parameters<typeof showVisit>[0] = { person: PERSON },
) {
  await showVisit(visit, prepare);
  return screen.findByRole('region', { name: 'Klantbeeld' });
}

test('zaken with status and term, tasks, and contacts of every channel', async () => {
  const region = await klantbeeld((bridge) => {
    bridge.give('klantbeeld.zaken', ZAKEN);
    bridge.give('klantbeeld.contacten', CONTACTEN);
  });
  await within(region).findByText('Terugbellen');
  expect(
    within(region)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual([
    'Rijbewijs aanvragenWacht op ophalen · sinds 19 november 2026 had klaar moeten zijn op 20 november 2026ZAAK-1',
    'Uittrekselafgerond op 24 augustus 2026ZAAK-2',
    'TerugbellenNa 13 uurligt bij Afdeling Vergunningen',
    'Vraag over het rijbewijstelefoon · za 21 november',
  ]);
  expect(within(region).getByText(/^Er is meer dan hier staat/)).toBeTruthy();
});

test('a source that is missing is named, and the other one stands there', async () => {
  const region = await klantbeeld((bridge) => {
    bridge.answer('klantbeeld.zaken', () => ({ ok: false, error: { code: 'centralUnavailable' } }));
    bridge.give('klantbeeld.contacten', { ...CONTACTEN, taken: null });
  });
  expect(await within(region).findByText(/^Zaken: niet op te halen/)).toBeTruthy();
  expect(within(region).getByText(/^Loopt bij een collega: niet op te halen/)).toBeTruthy();
  expect(within(region).getByText('Vraag over het rijbewijs')).toBeTruthy();
});

test('what was told before is shown with its time', async () => {
  const region = await klantbeeld((bridge) => bridge.give('klantbeeld.zaken', { ...ZAKEN, live: false }));
  expect(await within(region).findByText(/dit is de stand van 10:30/)).toBeTruthy();
  expect(within(region).getByText('ZAAK-1')).toBeTruthy();
});

test('a person without a number is not asked about', async () => {
  const region = await klantbeeld(() => undefined, { person: { ...PERSON, bsnMasked: null } });
  expect(within(region).getByText(/^Zonder burgerservicenummer/)).toBeTruthy();
});
