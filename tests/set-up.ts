// A server of Hono replaces the Response of its process, and this note of it must be an original.
import '@hono/node-server/utils/response';
import { afterAll, afterEach, vi } from 'vitest';

// The files of a worker share its process: each hands it on as it found it.
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

if (typeof window !== 'undefined') {
  const { cleanup } = await import('@testing-library/react');
  const { setInteractionModality } = await import('react-aria-components');
  afterEach(cleanup);
  // After a click without a pointer, React Aria would move the focus later.
  afterAll(() => setInteractionModality('keyboard'));
}
