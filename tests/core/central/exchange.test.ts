import { expect, test } from 'vitest';
import { exchangeOf } from '../../../electron/core/central/exchange.ts';

const request = { method: 'POST', url: 'https://zaken.example/api/v1/zaken' };

test.each([291, 295, 299, 300])(
  'a number of a person is left out also where a long text is cut, at %i characters',
  (before) => {
    const text = `${'x'.repeat(before)}:999990512 en verder`;
    const { sent } = exchangeOf({ ...request, body: JSON.stringify({ toelichting: text }) }, 400, '');
    expect(sent).toContain('xxx');
    expect(sent).not.toMatch(/99999/);
    expect(sent.replaceAll(/\(\d+\)/g, '')).not.toMatch(/\d/);
  },
);
