import { afterEach, expect, test, vi } from 'vitest';
import {
  createFaceFinder,
  type FaceAnswer,
  type FaceQuestion,
} from '../../../renderer/counter/visit/photo/face-finder.ts';

afterEach(() => vi.useRealTimers());

/** A worker that answers when the test says so. */
function quietWorker() {
  const asked: FaceQuestion[] = [];
  const worker = Object.assign(new EventTarget(), {
    postMessage: (question: FaceQuestion) => void asked.push(question),
    terminate: vi.fn(),
  });
  const answer = (data: FaceAnswer): boolean =>
    worker.dispatchEvent(Object.assign(new Event('message'), { data }));
  return { worker, asked, answer, finder: createFaceFinder(() => worker as never) };
}

function picture() {
  return { close: vi.fn() };
}

test('answers go to who asked, in any order', async () => {
  const { asked, answer, finder } = quietWorker();
  const first = finder.find(picture() as never);
  const second = finder.find(picture() as never);
  expect(asked.map(({ id }) => id)).toEqual([1, 2]);
  answer({ id: 2, faces: [] });
  answer({ id: 1, faces: [Float32Array.from([0.5, 0.25, 0])] });
  expect(await first).toEqual([[{ x: 0.5, y: 0.25, z: 0 }]]);
  expect(await second).toEqual([]);
});

test('a worker that cannot look, breaks or stays silent gives null, now and later, and is ended', async () => {
  vi.useFakeTimers();
  for (const goWrong of [
    ({ answer }: ReturnType<typeof quietWorker>) => answer({ id: 1, faces: null }),
    ({ worker }: ReturnType<typeof quietWorker>) => worker.dispatchEvent(new Event('error')),
    () => vi.advanceTimersByTime(60_000),
  ]) {
    const scene = quietWorker();
    const waiting = scene.finder.find(picture() as never);
    goWrong(scene);
    expect(await waiting).toBeNull();
    expect(scene.worker.terminate).toHaveBeenCalled();
    const late = picture();
    expect(await scene.finder.find(late as never)).toBeNull();
    expect(late.close).toHaveBeenCalledOnce();
    expect(scene.asked).toHaveLength(1);
  }
});

test('after the first answer a look has ten seconds', async () => {
  vi.useFakeTimers();
  const { answer, finder } = quietWorker();
  const first = finder.find(picture() as never);
  vi.advanceTimersByTime(50_000);
  answer({ id: 1, faces: [] });
  expect(await first).toEqual([]);
  const second = finder.find(picture() as never);
  vi.advanceTimersByTime(10_000);
  expect(await second).toBeNull();
});

test('a stopped finder lets its worker go and answers what was asked', async () => {
  const { worker, finder } = quietWorker();
  const waiting = finder.find(picture() as never);
  finder.stop();
  expect(await waiting).toBeNull();
  expect(worker.terminate).toHaveBeenCalled();
});
