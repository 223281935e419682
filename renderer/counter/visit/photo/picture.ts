import type { CSSProperties } from 'react';
import type { Crop, Size } from './passport-frame.ts';

/** Something that a photo can be cut out of, with its size in pixels. */
export interface Picture extends Size {
  readonly source: ImageBitmap | HTMLImageElement;
}

/** How an element with the whole picture lies in the frame, so that the frame shows exactly the crop. */
export function placeInFrame(source: Size, crop: Crop): CSSProperties {
  const percent = (part: number): string => `${part * 100}%`;
  return {
    position: 'absolute',
    width: percent(source.width / crop.width),
    height: percent(source.height / crop.height),
    left: percent(-crop.x / crop.width),
    top: percent(-crop.y / crop.height),
  };
}
