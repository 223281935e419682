import { expect, test } from 'vitest';
import { zaakNote } from '../../../electron/core/devices/zaak-note.ts';
import type { ZaakStatus } from '../../../shared/contract/zaken.ts';

const place = { municipality: 'Voorbeeldstad', location: 'Stadhuis' };
const zaak: ZaakStatus = {
  at: '2026-11-23T09:00:00.000Z',
  live: true,
  partial: false,
  zaakIdentificatie: 'ZAAK-2026-0000000001',
  zaaktype: 'Rijbewijs aanvragen',
  omschrijving: 'Rijbewijs voor Suzanne Moulin',
  registeredOn: '2026-11-19',
  startedOn: '2026-11-18',
  endedOn: null,
  status: { name: 'In behandeling', text: 'Suzanne Moulin heeft gebeld.', since: '2026-11-20T09:00:00.000Z' },
  plannedOn: '2026-12-10',
  dueOn: '2026-12-17',
  result: null,
  department: 'Afdeling Vergunningen',
};

function linesOf(told: ZaakStatus): readonly string[] {
  return zaakNote(place, told).blocks.flatMap((block) => {
    if (block.kind === 'text') return [block.text];
    return block.kind === 'columns' ? [`${block.left}: ${block.right}`] : [];
  });
}

test('an open zaak: type, number, stand, term and who handles it; what was written by hand stays off the paper', () => {
  expect(linesOf(zaak)).toEqual([
    'Voorbeeldstad',
    'Stadhuis',
    'Stand van uw zaak',
    'Rijbewijs aanvragen',
    'Zaaknummer:',
    'ZAAK-2026-0000000001',
    'Gestart op: 18 november 2026',
    'Stand: In behandeling',
    'Klaar op of voor: 10 december 2026',
    'Behandeld door: Afdeling Vergunningen',
    'Zo stond het op 23 november 2026, 10:00 uur.',
    'Hebt u een vraag? Noem dan het zaaknummer.',
  ]);
});

test('a closed zaak: since when and with what result, no term', () => {
  const closed = { ...zaak, endedOn: '2026-12-01', result: 'Verleend', zaaktype: null, department: null };
  expect(linesOf(closed).slice(2, 9)).toEqual([
    'Stand van uw zaak',
    'Zaaknummer:',
    'ZAAK-2026-0000000001',
    'Gestart op: 18 november 2026',
    'Stand: In behandeling',
    'Afgerond op: 1 december 2026',
    'Uitkomst: Verleend',
  ]);
});
