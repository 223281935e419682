// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { CatalogueWarning } from '../../../shared/contract/central-check.ts';
import { SESSION } from '../../helpers/counter-scene.ts';
import { renderCounter, sceneBridge, settle } from '../../helpers/render-counter.tsx';

const finding = { what: 'Het resultaattype ontbreekt.', advice: 'Voeg het toe.' };
const product = (productId: string, from?: string) => ({
  productId,
  name: productId,
  zaaktype: `BALIE-${productId}`,
  findings: [{ ...finding, ...(from !== undefined && { from }) }],
});
const WARNING: CatalogueWarning = {
  at: '2026-11-23T09:12:00.000Z',
  catalogue: [],
  products: [product('paspoort'), product('rijbewijs'), product('akte', '2026-12-20')],
};
const NOW = /2 producten kunnen niet worden afgerond/;

async function counterOf(role: 'clerk' | 'teamlead' | 'administrator') {
  const bridge = sceneBridge();
  if (SESSION.staff) bridge.give('session.state', { ...SESSION, staff: { ...SESSION.staff, role } });
  bridge.give('central.warning', WARNING);
  await renderCounter(bridge);
  return bridge;
}

test('an administrator sees in the status bar how many products, and opens what to do', async () => {
  await counterOf('administrator');
  const button = screen.getByRole('button', { name: NOW });
  expect(button.textContent).toContain('Zaaktype van 1 product geldt binnenkort niet meer');
  await settle(() => fireEvent.click(button));
  const rows = within(screen.getByRole('dialog')).getAllByRole('listitem');
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    'paspoortniet in ordeBALIE-paspoortHet resultaattype ontbreekt. Wat te doen: Voeg het toe.',
    'rijbewijsniet in ordeBALIE-rijbewijsHet resultaattype ontbreekt. Wat te doen: Voeg het toe.',
    'aktebinnenkortBALIE-akteHet resultaattype ontbreekt. Wat te doen: Voeg het toe.',
  ]);
});

test('it goes when the check passes again', async () => {
  const bridge = await counterOf('administrator');
  bridge.give('central.warning', { at: '2026-11-23T10:20:00.000Z', catalogue: [], products: [] });
  await settle(() => bridge.push({ name: 'central.changed', data: {} }));
  expect(screen.queryByRole('button', { name: NOW })).toBeNull();
});

test.each(['clerk', 'teamlead'] as const)('a %s is not troubled with it', async (role) => {
  const bridge = await counterOf(role);
  expect(screen.queryByRole('button', { name: NOW })).toBeNull();
  expect(bridge.calls.map(({ name }) => name)).not.toContain('central.warning');
});
