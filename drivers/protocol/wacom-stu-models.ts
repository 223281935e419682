import type { Capability } from './wacom-stu.ts';

export const STU_MODELS = [
  'STU-300',
  'STU-430',
  'STU-430V',
  'STU-500',
  'STU-520A',
  'STU-530',
  'STU-540',
] as const;
export type StuModel = (typeof STU_MODELS)[number];

/** What a model can do that it does not tell itself. */
export interface StuTraits {
  readonly model: StuModel;
  /** Ink area (2A). */
  readonly hasInkArea: boolean;
  /** Clear area (23), and pen reports with a sequence number (32). */
  readonly isNewer: boolean;
  readonly hasBacklight: boolean;
  /** Picture encodings where capability gives none; see Capability. */
  readonly encodings: number;
  /** Sizes for a pad that refuses report 09; only where they are published. */
  readonly sizes?: Pick<Capability, 'maxX' | 'maxY' | 'width' | 'height'>;
}

const ONE_BIT = 0x02;
const ALL = 0x0f;
const SIZES_430 = { maxX: 9600, maxY: 6000, width: 320, height: 200 };
const SIZES_540 = { maxX: 10_800, maxY: 6480, width: 800, height: 480 };

const TRAITS: Readonly<Record<StuModel, Omit<StuTraits, 'model'>>> = {
  'STU-300': { hasInkArea: false, isNewer: false, hasBacklight: false, encodings: ONE_BIT },
  'STU-500': { hasInkArea: false, isNewer: false, hasBacklight: false, encodings: ONE_BIT },
  'STU-430': { hasInkArea: true, isNewer: true, hasBacklight: false, encodings: ONE_BIT, sizes: SIZES_430 },
  'STU-430V': { hasInkArea: true, isNewer: true, hasBacklight: false, encodings: ONE_BIT, sizes: SIZES_430 },
  'STU-520A': { hasInkArea: true, isNewer: false, hasBacklight: true, encodings: ONE_BIT | 0x04 },
  'STU-530': { hasInkArea: true, isNewer: true, hasBacklight: true, encodings: ALL },
  'STU-540': { hasInkArea: true, isNewer: true, hasBacklight: true, encodings: ALL, sizes: SIZES_540 },
};

/** The USB vendor. */
export const WACOM = '056a';
/** Its USB products that are STU pads. */
export const STU_PRODUCTS: Readonly<Record<string, StuModel>> = {
  '00a1': 'STU-500',
  '00a2': 'STU-300',
  '00a3': 'STU-520A',
  '00a4': 'STU-430',
  '00a5': 'STU-530',
  '00a6': 'STU-430V',
  '00a8': 'STU-540',
};

/** The traits of a model. */
export function stuTraits(model: StuModel): StuTraits {
  return { model, ...TRAITS[model] };
}

/** The model with this USB identity; undefined when it is no STU pad that is known. */
export function modelOfUsb(usb: {
  readonly vendorId: string;
  readonly productId: string;
}): StuModel | undefined {
  return usb.vendorId.toLowerCase() === WACOM ? STU_PRODUCTS[usb.productId.toLowerCase()] : undefined;
}

/** The model that calls itself this, such as "STU-520" for the 520A; undefined for another device. */
export function modelOfName(name: string): StuModel | undefined {
  const wanted = name.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const plain = (model: string) => model.replace('-', '');
  return (
    STU_MODELS.find((model) => plain(model) === wanted) ??
    STU_MODELS.find((model) => plain(model) === `${wanted}A`)
  );
}
