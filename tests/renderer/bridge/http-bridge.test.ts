import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHttpBridge } from '../../../renderer/bridge/http-bridge.ts';

/** The parts of EventSource that the bridge uses, moved by the test. */
class FakeEvents extends EventTarget {
  closed = false;
  close() {
    this.closed = true;
  }
  open() {
    this.dispatchEvent(new Event('open'));
  }
  fail() {
    this.dispatchEvent(new Event('error'));
  }
  say(data: string) {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp(respond: (url: string, init: RequestInit) => Promise<Response>) {
  const sources: FakeEvents[] = [];
  const bridge = createHttpBridge({
    fetch: respond,
    openEvents: () => {
      const source = new FakeEvents();
      sources.push(source);
      return source as never;
    },
  });
  return { bridge, sources };
}

const unused = () => Promise.reject(new Error('no call expected'));

test('a call is a POST of its input, and its answer the result', async () => {
  const sent: { url: string; init: RequestInit }[] = [];
  const { bridge } = setUp(async (url, init) => {
    sent.push({ url, init });
    return new Response('{"ok":true,"value":{"done":true}}');
  });
  expect(await bridge.call('session.touch', {})).toEqual({ ok: true, value: { done: true } });
  expect(sent[0]?.url).toBe('/call/session.touch');
  expect(sent[0]?.init).toMatchObject({ method: 'POST', body: '{}' });
});

test.each([
  ['the network fails', () => Promise.reject(new TypeError('failed to fetch'))],
  ['a proxy answers with a page', async () => new Response('<h1>502</h1>', { status: 502 })],
])('when %s the outcome is unknown', async (_name, respond) => {
  const { bridge } = setUp(respond);
  expect(await bridge.call('session.touch', {})).toMatchObject({ ok: false, error: { code: 'unreachable' } });
});

test('an answer that is no result is an internal failure', async () => {
  const { bridge } = setUp(async () => new Response('{"value":1}'));
  expect(await bridge.call('session.touch', {})).toMatchObject({ ok: false, error: { code: 'internal' } });
});

test('events reach the listener, and garbage does not', () => {
  const { bridge, sources } = setUp(unused);
  const heard: string[] = [];
  bridge.subscribe((message) => heard.push(message.name));
  sources[0]?.say('{"name":"hall.changed","data":{}}');
  sources[0]?.say('keep-alive');
  expect(heard).toEqual(['hall.changed']);
});

test('a broken stream is opened again, also after an HTTP error, and each opening is told', () => {
  const { bridge, sources } = setUp(unused);
  const states: boolean[] = [];
  bridge.onConnection((connected) => states.push(connected));
  sources[0]?.open();
  sources[0]?.fail();
  expect(sources[0]?.closed).toBe(true);
  vi.advanceTimersByTime(500);
  sources[1]?.fail();
  vi.advanceTimersByTime(1000);
  sources[2]?.open();
  expect(states).toEqual([true, false, true]);
  expect(sources).toHaveLength(3);
});

test('one stream serves all listeners', () => {
  const { bridge, sources } = setUp(unused);
  bridge.subscribe(() => undefined);
  bridge.onConnection(() => undefined);
  bridge.subscribe(() => undefined);
  expect(sources).toHaveLength(1);
});
