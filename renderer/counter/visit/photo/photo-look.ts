import { type Advice, adviceOn } from '../photo-checks/advice.ts';
import { measureBackground } from '../photo-checks/background.ts';
import { distinctFaces, type Face } from '../photo-checks/face.ts';
import { CROWN_BY_CHIN, type Head, measureHead } from '../photo-checks/head.ts';
import { measureLight } from '../photo-checks/light.ts';
import { cellsOf, type Pixels } from '../photo-checks/pixels.ts';
import { EYES_PX, eyesCrop, sharpnessOf } from '../photo-checks/sharpness.ts';
import type { FaceFinder } from './face-finder.ts';
import { type Adjust, AS_IT_COMES, type Crop, passportCrop, PHOTO_MM, type Size } from './passport-frame.ts';

/** How the clerk set the photo up. */
export interface PhotoSettings {
  readonly adjust: Adjust;
  readonly age: number | null;
  /** See `CROWN_BY_CHIN`. */
  readonly crownByChin: number;
}

/** A photo as it comes, of somebody of unknown age. */
export const FIRST_SETTINGS: Omit<PhotoSettings, 'age'> = {
  adjust: AS_IT_COMES,
  crownByChin: CROWN_BY_CHIN,
};

/** What one look at a picture gave. */
export interface PhotoLook {
  /** Null when the face finder does not work: then nothing about the face was looked at. */
  readonly faces: number | null;
  /** The head in the photo, in millimetres of the photo. */
  readonly head: Head | undefined;
  /** The largest head in the whole picture, in pixels of the picture. */
  readonly largest: Pick<Head, 'crown' | 'chin'> | undefined;
  readonly advice: readonly Advice[];
}

const FINDER_WIDTH = 960;
const PX_PER_MM = 12;
const PHOTO_PX = { width: PHOTO_MM.width * PX_PER_MM, height: PHOTO_MM.height * PX_PER_MM };

/** Looks at a picture as it would become the photo. Undefined for a picture without size or a browser that cannot draw. */
export async function lookAt(
  picture: ImageBitmap,
  { adjust, age, crownByChin }: PhotoSettings,
  finder: FaceFinder,
): Promise<PhotoLook | undefined> {
  const crop = passportCrop(picture, adjust);
  if (crop === undefined) return undefined;
  const small = await createImageBitmap(picture, {
    resizeWidth: Math.min(FINDER_WIDTH, picture.width),
    resizeQuality: 'medium',
  });
  const found = await finder.find(small);
  const heads = distinctFaces(found ?? []).flatMap((face) => headsOf(face, picture, crop, crownByChin));
  const inPhoto = heads.filter(({ inFrame }) => isInFrame(inFrame)).map(({ inFrame }) => inFrame);
  const head = inPhoto.toSorted((a, b) => b.height - a.height)[0];
  const pixels = head && {
    photo: pixelsOf(picture, crop, PHOTO_PX),
    eyes: pixelsOf(picture, eyesCrop(head, crop), EYES_PX),
  };
  const cells = pixels?.photo && cellsOf(pixels.photo);
  return {
    faces: found && inPhoto.length,
    head,
    largest: heads.toSorted((a, b) => b.inFrame.height - a.inFrame.height)[0]?.inPicture,
    advice: adviceOn(
      {
        faces: found === null ? undefined : inPhoto.length,
        head,
        background: cells && head && measureBackground(cells, head),
        light: cells && head && pixels?.photo && measureLight(pixels.photo, cells, head),
        sharpness: pixels?.eyes && sharpnessOf(pixels.eyes),
        crop,
      },
      age,
    ),
  };
}

interface FoundHead {
  readonly inFrame: Head;
  readonly inPicture: Pick<Head, 'crown' | 'chin'>;
}

function headsOf(face: Face, picture: Size, crop: Crop, crownByChin: number): readonly FoundHead[] {
  const head = measureHead(face, picture, crop, crownByChin);
  if (head === undefined) return [];
  const px = crop.width / PHOTO_MM.width;
  const inPicture = ({ x, y }: { readonly x: number; readonly y: number }) => ({
    x: crop.x + x * px,
    y: crop.y + y * px,
  });
  return [{ inFrame: head, inPicture: { crown: inPicture(head.crown), chin: inPicture(head.chin) } }];
}

function isInFrame({ eyes }: Head): boolean {
  return eyes.x > 0 && eyes.x < PHOTO_MM.width && eyes.y > 0 && eyes.y < PHOTO_MM.height;
}

function pixelsOf(picture: ImageBitmap, part: Crop, { width, height }: Size): Pixels | undefined {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) return undefined;
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, part.x, part.y, part.width, part.height, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}
