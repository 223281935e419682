import { expect, test } from 'vitest';
import { createStopOrder } from '../../electron/core/stop-order.ts';
import { createTestLog } from '../helpers/log.ts';

test('what was started is stopped in the opposite order, once, also when a part fails to stop', async () => {
  const log = createTestLog();
  const order: string[] = [];
  const stops = createStopOrder(log);
  stops.add('store', () => void order.push('store'));
  stops.add('broken', async () => {
    order.push('broken');
    throw new TypeError('with details');
  });
  stops.add('server', () => void order.push('server'));
  await Promise.all([stops.stop(), stops.stop()]);
  expect(order).toEqual(['server', 'broken', 'store']);
  expect(log.lines).toEqual([
    { level: 'error', event: 'stop.failed', fields: { part: 'broken', error: 'TypeError' } },
  ]);
});

test('what starts while the rest is stopped is stopped too', async () => {
  const order: string[] = [];
  const stops = createStopOrder(createTestLog());
  stops.add('store', () => void order.push('store'));
  stops.add('server', () => {
    order.push('server');
    stops.add('late', () => void order.push('late'));
  });
  await stops.stop();
  expect(order).toEqual(['server', 'late', 'store']);
});
