import { afterEach, expect, test, vi } from 'vitest';
import {
  createFaceFinder,
  type FaceAnswer,
  type FaceQuestion,
} from '../../../renderer/counter/visit/photo/face-finder.ts';

afterEach(() => vi.useRealTimers());

/** Workers that answer when the test says so; `worker` is the newest. */
function quietWorker() {
  const asked: FaceQuestion[] = [];
  const terminate = vi.fn();
  const begin = () =>
    Object.assign(new EventTarget(), {
      postMessage: (question: FaceQuestion) => void asked.push(question),
      terminate,
    });
  let worker = begin();
  const finder = createFaceFinder(() => (worker = begin()) as never);
  const answer = (data: FaceAnswer): boolean =>
    worker.dispatchEvent(Object.assign(new Event('message'), { data }));
  return {
    get worker() {
      return worker;
    },
    asked,
    answer,
    finder,
  };
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

test('a worker that cannot look, breaks or stays silent is followed by another, and the third is the last', async () => {
  vi.useFakeTimers();
  for (const goWrong of [
    ({ answer }: ReturnType<typeof quietWorker>, id: number) => answer({ id, faces: null }),
    ({ worker }: ReturnType<typeof quietWorker>) => worker.dispatchEvent(new Event('error')),
    () => vi.advanceTimersByTime(60_000),
  ]) {
    const scene = quietWorker();
    for (const id of [1, 2, 3]) {
      expect(scene.finder.isBroken).toBe(false);
      const waiting = scene.finder.find(picture() as never);
      goWrong(scene, id);
      expect(await waiting).toBeNull();
      expect(scene.worker.terminate).toHaveBeenCalledTimes(id);
    }
    expect(scene.finder.isBroken).toBe(true);
    const late = picture();
    expect(await scene.finder.find(late as never)).toBeNull();
    expect(late.close).toHaveBeenCalledOnce();
    expect(scene.asked).toHaveLength(3);
  }
});

test('after the first answer a look has ten seconds; a slow worker is asked nothing more until it has caught up', async () => {
  vi.useFakeTimers();
  const { worker, asked, answer, finder } = quietWorker();
  const first = finder.find(picture() as never);
  vi.advanceTimersByTime(50_000);
  answer({ id: 1, faces: [] });
  expect(await first).toEqual([]);
  const second = finder.find(picture() as never);
  vi.advanceTimersByTime(10_000);
  expect(await second).toBeNull();
  const meanwhile = picture();
  expect(await finder.find(meanwhile as never)).toBeNull();
  expect(meanwhile.close).toHaveBeenCalledOnce();
  expect(asked).toHaveLength(2);
  expect(finder.isBroken).toBe(false);

  answer({ id: 2, faces: [] });
  vi.advanceTimersByTime(60_000);
  expect(worker.terminate).not.toHaveBeenCalled();
  const third = finder.find(picture() as never);
  answer({ id: 3, faces: [] });
  expect(await third).toEqual([]);
});

test('a worker that was slow and stays silent for a minute hangs, and is ended', async () => {
  vi.useFakeTimers();
  const { worker, answer, finder } = quietWorker();
  const first = finder.find(picture() as never);
  answer({ id: 1, faces: [] });
  await first;
  const second = finder.find(picture() as never);
  vi.advanceTimersByTime(60_000);
  expect(await second).toBeNull();
  expect(worker.terminate).toHaveBeenCalledOnce();
  const third = finder.find(picture() as never);
  answer({ id: 3, faces: [] });
  expect(await third).toEqual([]);
});

test('a stopped finder lets its worker go and answers what was asked', async () => {
  const { worker, finder } = quietWorker();
  const waiting = finder.find(picture() as never);
  finder.stop();
  expect(await waiting).toBeNull();
  expect(worker.terminate).toHaveBeenCalled();
});
