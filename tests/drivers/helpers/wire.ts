import type { Driver, DriverContext, DriverEvent, Transport } from '../../../drivers/driver.ts';
import { manualClock } from './manual-clock.ts';

/** A driver on a wire that the test holds in its hands, with time that it moves. */
export function onWire(create: (context: DriverContext) => Driver) {
  const clock = manualClock();
  const life = new AbortController();
  const events: DriverEvent[] = [];
  const sent: number[][] = [];
  const listeners: ((bytes: Uint8Array) => void)[] = [];
  const transport: Transport = {
    name: 'wire',
    write: async (bytes) => void sent.push([...bytes]),
    onBytes: (listener) => void listeners.push(listener),
    onGone: () => {},
    checkAlive: async () => true,
    close: async () => {},
  };
  const driver = create({
    transports: { main: transport },
    clock,
    life: life.signal,
    emit: (event) => void events.push(event),
  });
  return {
    driver,
    clock,
    events,
    sent,
    limits: { deadlineMs: 15_000, signal: life.signal },
    end: () => life.abort(),
    receive(bytes: Uint8Array | string) {
      const chunk = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
      for (const listener of listeners) listener(chunk);
    },
  };
}
