import { type Face, toFace } from '../photo-checks/face.ts';

/** What the face worker is asked; the picture goes with it. */
export interface FaceQuestion {
  readonly id: number;
  readonly image: ImageBitmap;
}

/** Its answer: three numbers (x, y, z) per point of each face, in parts of the picture; null when it could not look. */
export interface FaceAnswer {
  readonly id: number;
  readonly faces: readonly Float32Array<ArrayBuffer>[] | null;
}

/** Finds faces in pictures, apart from the window's own thread. */
export interface FaceFinder {
  /** The faces in the picture, which is given up; null when that cannot be found out now. */
  find(image: ImageBitmap): Promise<readonly Face[] | null>;
  /** Whether it cannot be found out later either. */
  readonly isBroken: boolean;
  stop(): void;
}

/** After the first look, which loads 10 MB and prepares the graphics, who asked waits no longer than this. */
const NEXT_MS = 10_000;
/** A busy PC may be slower than that; a worker silent for this long hangs. */
const SILENT_MS = 60_000;
/** A worker that fails, as when the graphics of the PC begin anew, is followed by another; so many at most. */
const MOST_WORKERS = 3;

interface Asked {
  readonly settle: (faces: readonly Face[] | null) => void;
  readonly timers: readonly ReturnType<typeof setTimeout>[];
  isLate: boolean;
}

/**
 * Starts the face worker. It never rejects: a worker that is slow makes answers null until it has caught up, one that fails or
 * hangs until the next works.
 */
export function createFaceFinder(
  start: () => Worker = () => new Worker(new URL('./face-worker.ts', import.meta.url)),
): FaceFinder {
  const waiting = new Map<number, Asked>();
  let started = 0;
  let asked = 0;
  let answered = false;
  let broken = false;
  let worker = begin();

  function begin(): Worker {
    started += 1;
    answered = false;
    const begun = start();
    begun.addEventListener('error', () => begun === worker && fail());
    begun.addEventListener('message', ({ data }: MessageEvent<FaceAnswer>) => {
      if (begun !== worker) return;
      if (data.faces === null) return fail();
      answered = true;
      settle(data.id, data.faces.map(toFace));
    });
    return begun;
  }
  function settle(id: number, faces: readonly Face[] | null): void {
    const one = waiting.get(id);
    waiting.delete(id);
    one?.timers.forEach(clearTimeout);
    one?.settle(faces);
  }
  function letGo(): void {
    worker.terminate();
    for (const id of waiting.keys()) settle(id, null);
  }
  function fail(): void {
    letGo();
    if (started === MOST_WORKERS) broken = true;
    else worker = begin();
  }

  return {
    find(image) {
      // What a slow worker has not answered yet is not piled up on.
      if (broken || [...waiting.values()].some(({ isLate }) => isLate)) {
        image.close();
        return Promise.resolve(null);
      }
      asked += 1;
      const id = asked;
      return new Promise((resolve) => {
        const late = (): void => {
          const one = waiting.get(id);
          if (one) one.isLate = true;
          resolve(null);
        };
        const timers = [setTimeout(late, answered ? NEXT_MS : SILENT_MS), setTimeout(fail, SILENT_MS)];
        waiting.set(id, { settle: resolve, timers, isLate: false });
        const question: FaceQuestion = { id, image };
        worker.postMessage(question, [image]);
      });
    },
    get isBroken() {
      return broken;
    },
    stop() {
      broken = true;
      letGo();
    },
  };
}
