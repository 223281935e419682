import type { FaceAnswer, FaceQuestion } from './face-finder.ts';

/** The part of the package that is used; its own types know no pictures of a worker. */
interface Results {
  readonly image: unknown;
  readonly multiFaceLandmarks?: readonly (readonly {
    readonly x: number;
    readonly y: number;
    readonly z: number;
  }[])[];
}
interface FaceMesh {
  setOptions(options: { readonly maxNumFaces: number; readonly refineLandmarks: boolean }): void;
  onResults(listener: (results: Results) => void): void;
  initialize(): Promise<void>;
  send(inputs: { readonly image: ImageBitmap }): Promise<void>;
}
/** What the package reads and leaves in the global of a classic worker. */
interface WorkerGlobal {
  Module?: object;
  FaceMesh?: new (config: { readonly locateFile: (name: string) => string }) => FaceMesh;
  importScripts(...urls: string[]): void;
  postMessage(answer: FaceAnswer, transfer?: Transferable[]): void;
}
const worker = globalThis as typeof globalThis & WorkerGlobal;
/** The build puts the files of the package beside this worker; see face-mesh.config.ts. */
const locateFile = (name: string): string => new URL(name, worker.location.href).href;

let mesh: Promise<FaceMesh> | undefined;
const latest: { results?: Results } = {};

async function start(): Promise<FaceMesh> {
  worker.Module = { print: () => undefined, printErr: () => undefined };
  worker.importScripts(locateFile('face_mesh.js'));
  if (worker.FaceMesh === undefined) throw new Error('the face mesh did not load');
  const started = new worker.FaceMesh({ locateFile });
  // Setting a detection confidence makes the graph of this release fail at its start.
  started.setOptions({ maxNumFaces: 3, refineLandmarks: true });
  started.onResults((found) => {
    latest.results = found;
  });
  await started.initialize();
  return started;
}

function newest(): Results | undefined {
  return latest.results;
}

async function faces(image: ImageBitmap): Promise<Float32Array<ArrayBuffer>[]> {
  mesh ??= start();
  const finder = await mesh;
  delete latest.results;
  await finder.send({ image });
  const found = newest();
  // The package gives the picture back too; nobody looks at it.
  if (found?.image instanceof ImageBitmap) found.image.close();
  return (found?.multiFaceLandmarks ?? []).map(
    (points) => new Float32Array(points.flatMap(({ x, y, z }) => [x, y, z])),
  );
}

worker.addEventListener('message', ({ data }: MessageEvent<FaceQuestion>) => {
  faces(data.image)
    .then(
      (found) =>
        worker.postMessage(
          { id: data.id, faces: found },
          found.map(({ buffer }) => buffer),
        ),
      () => worker.postMessage({ id: data.id, faces: null }),
    )
    .finally(() => data.image.close());
});
