// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { CentralCheck } from '../../../shared/contract/central-check.ts';
import { SESSION } from '../../helpers/counter-scene.ts';
import { press, renderCounter, sceneBridge, settle } from '../../helpers/render-counter.tsx';

const GOOD: CentralCheck = {
  at: '2026-11-23T09:42:00.000Z',
  systems: [{ name: 'zaken', clockOffsetSeconds: -1, findings: [] }],
  products: [
    { productId: 'paspoort', name: 'Paspoort', zaaktype: 'BALIE-PASPOORT', checked: true, findings: [] },
  ],
};

async function openMenu(role: 'teamlead' | 'administrator') {
  const bridge = sceneBridge();
  if (SESSION.staff) bridge.give('session.state', { ...SESSION, staff: { ...SESSION.staff, role } });
  await renderCounter(bridge);
  await press('F10', { altKey: true });
  return bridge;
}

async function checkWith(answer: CentralCheck) {
  const bridge = await openMenu('administrator');
  bridge.give('central.check', answer);
  await settle(() =>
    fireEvent.click(screen.getByRole('menuitem', { name: 'Centrale systemen controleren' })),
  );
  await settle(() => fireEvent.click(screen.getByRole('button', { name: 'Start de controle' })));
  const rows = (name: string) =>
    within(screen.getByRole('region', { name }))
      .getAllByRole('listitem')
      .map((row) => row.textContent);
  return { systems: rows('Systemen'), products: rows('Producten en hun zaaktype') };
}

test('only an administrator has the check in his menu', async () => {
  await openMenu('teamlead');
  expect(screen.queryByRole('menuitem', { name: 'Centrale systemen controleren' })).toBeNull();
});

test('all is well', async () => {
  expect(await checkWith(GOOD)).toEqual({
    systems: ['Zakenin ordeverschil van de klok: -1 s'],
    products: ['Paspoortin ordeBALIE-PASPOORT'],
  });
  expect(within(screen.getByRole('dialog')).getByRole('status').textContent).toMatch(/^Alles is in orde \(/);
});

test('what is wrong is told with what to do; what was not looked at is not called good', async () => {
  const rows = await checkWith({
    ...GOOD,
    systems: [
      {
        name: 'catalogi',
        clockOffsetSeconds: null,
        findings: [{ what: 'De server neemt geen verbinding aan.', advice: 'Controleer het adres.' }],
      },
    ],
    products: GOOD.products.map((product) => ({ ...product, checked: false })),
  });
  expect(rows.systems).toEqual([
    'Cataloginiet in ordeDe server neemt geen verbinding aan. Wat te doen: Controleer het adres.',
  ]);
  expect(rows.products).toEqual(['Paspoortniet gecontroleerdBALIE-PASPOORT']);
  expect(within(screen.getByRole('dialog')).getByRole('alert').textContent).toMatch(
    /^1 ding is niet in orde .* 1 product is niet gecontroleerd/,
  );
});
