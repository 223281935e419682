import { useCallback, useEffect, useRef, useState } from 'react';
import type { Picture } from './picture.ts';

/** A photo chosen from a file, ready to be cut. */
export interface PhotoFile extends Picture {
  readonly url: string;
}

/** Reads a chosen image file; `onUnreadable` when it is none. `clear` goes back to the camera. */
export function usePhotoFile(onUnreadable: () => void): {
  readonly picture: PhotoFile | undefined;
  readonly choose: (file: File | undefined) => void;
  readonly clear: () => void;
} {
  const [picture, setPicture] = useState<PhotoFile>();
  const refused = useRef(onUnreadable);
  useEffect(() => {
    refused.current = onUnreadable;
  }, [onUnreadable]);
  useEffect(() => () => picture && URL.revokeObjectURL(picture.url), [picture]);
  const choose = useCallback((file: File | undefined) => {
    if (file === undefined) return;
    const url = URL.createObjectURL(file);
    const image = new Image();
    image.addEventListener('load', () =>
      setPicture({ url, source: image, width: image.naturalWidth, height: image.naturalHeight }),
    );
    image.addEventListener('error', () => {
      URL.revokeObjectURL(url);
      refused.current();
    });
    image.src = url;
  }, []);
  const clear = useCallback(() => setPicture(undefined), []);
  return { picture, choose, clear };
}
