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
  /** The faces in the picture, which is given up; null when nothing can be found out, also not later. */
  find(image: ImageBitmap): Promise<readonly Face[] | null>;
  stop(): void;
}

/** The first look loads 10 MB and prepares the graphics, which takes seconds without a graphics card. */
const FIRST_MS = 60_000;
const NEXT_MS = 10_000;

/** Starts the face worker. It never rejects: a worker that fails or stays silent makes every answer null. */
export function createFaceFinder(
  start: () => Worker = () => new Worker(new URL('./face-worker.ts', import.meta.url)),
): FaceFinder {
  const worker = start();
  const waiting = new Map<number, (faces: readonly Face[] | null) => void>();
  let asked = 0;
  let answered = false;
  let broken = false;
  const fail = (): void => {
    broken = true;
    worker.terminate();
    for (const settle of waiting.values()) settle(null);
  };
  worker.addEventListener('error', fail);
  worker.addEventListener('message', ({ data }: MessageEvent<FaceAnswer>) => {
    if (data.faces === null) return fail();
    answered = true;
    waiting.get(data.id)?.(data.faces.map(toFace));
  });
  return {
    find(image) {
      if (broken) {
        image.close();
        return Promise.resolve(null);
      }
      asked += 1;
      const id = asked;
      return new Promise((resolve) => {
        const deadline = setTimeout(fail, answered ? NEXT_MS : FIRST_MS);
        waiting.set(id, (faces) => {
          clearTimeout(deadline);
          waiting.delete(id);
          resolve(faces);
        });
        const question: FaceQuestion = { id, image };
        worker.postMessage(question, [image]);
      });
    },
    stop: fail,
  };
}
