import type { CameraDevice } from './photo-source.ts';

const REMEMBERED = 'waarmee.camera';

/** The part of the browser's storage that is used. */
export type CameraStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** The camera that was chosen on this workstation; null when none was. */
export function rememberedCamera(storage: CameraStorage): string | null {
  return storage.getItem(REMEMBERED);
}

/** Remembers the camera that the clerk chose on this workstation, by the id that the browser gives it for this application. */
export function rememberCamera(storage: CameraStorage, { deviceId }: Pick<CameraDevice, 'deviceId'>): void {
  storage.setItem(REMEMBERED, deviceId);
}
