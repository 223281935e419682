import { z } from 'zod';

/**
 * What software can say against a passport photo, by the rules of the Fotomatrix model 2020 and ISO/IEC 19794-5 that it can
 * measure. It is advice: there are exceptions (religion, medical reasons, babies), and the clerk decides.
 */
export const PhotoAdviceCode = z.enum([
  'noFace',
  'severalFaces',
  'outOfFrame',
  'headSmall',
  'headLarge',
  'offCentre',
  'tilted',
  'turned',
  'nodded',
  'eyesClosed',
  'mouthOpen',
  'backgroundUneven',
  'backgroundColour',
  'tooDark',
  'tooBright',
  'unevenLight',
  'glare',
  'blurred',
  'fewPixels',
]);
export type PhotoAdviceCode = z.infer<typeof PhotoAdviceCode>;
