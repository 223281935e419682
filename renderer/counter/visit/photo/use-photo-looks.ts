import { useCallback, useEffect, useRef, useState } from 'react';
import { createFaceFinder, type FaceFinder } from './face-finder.ts';
import { lookAt, type PhotoLook, type PhotoSettings } from './photo-look.ts';

/** Something to look at again and again. */
export interface Looked {
  /** Gives the picture of now, to be closed by who asked; null when there is none. */
  readonly grab: () => Promise<ImageBitmap | null>;
  /** A picture that stays the same is looked at again only when the settings change. */
  readonly isStill: boolean;
}

/** Light and focus of a camera that was just opened settle first. */
const SETTLE_MS = 1000;
const PAUSE_MS = 400;
/** The clerk who takes a photo does not wait longer for the advice on it; then what stood on the screen counts. */
const TAKE_MS = 1500;

/**
 * Looks at what the camera or file shows, one picture after the other, while there is something to look at. `look` is the
 * newest; `lookOnce` looks at one picture and gives undefined when that takes too long.
 */
export function usePhotoLooks(
  looked: Looked | undefined,
  settings: PhotoSettings,
): {
  readonly look: PhotoLook | undefined;
  readonly lookOnce: (picture: ImageBitmap) => Promise<PhotoLook | undefined>;
} {
  const [look, setLook] = useState<PhotoLook>();
  const finder = useRef<FaceFinder>(undefined);
  const now = useRef(settings);
  useEffect(() => {
    now.current = settings;
  }, [settings]);
  useEffect(
    () => () => {
      finder.current?.stop();
      finder.current = undefined;
    },
    [],
  );

  useEffect(() => {
    if (looked === undefined) return undefined;
    let left = false;
    let timer: ReturnType<typeof setTimeout>;
    let seen: PhotoSettings | undefined;
    const round = async (): Promise<void> => {
      finder.current ??= createFaceFinder();
      const faces = finder.current;
      if (!looked.isStill || seen !== now.current) {
        const { current } = now;
        const picture = await looked.grab();
        const next = picture && (await lookAt(picture, current, faces).catch(() => undefined));
        picture?.close();
        // What a slow finder could not look at yet is tried again.
        if (next?.faces !== null || faces.isBroken) seen = current;
        if (!left) setLook(next ?? undefined);
      }
      if (!left) timer = setTimeout(() => void round(), PAUSE_MS);
    };
    setLook(undefined);
    timer = setTimeout(() => void round(), looked.isStill ? 0 : SETTLE_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [looked]);

  const lookOnce = useCallback((picture: ImageBitmap): Promise<PhotoLook | undefined> => {
    const asked = finder.current;
    if (asked === undefined) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(undefined), TAKE_MS);
      void lookAt(picture, now.current, asked)
        .catch(() => undefined)
        .then((done) => {
          clearTimeout(timer);
          resolve(done);
        });
    });
  }, []);
  return { look, lookOnce };
}
