import type { Answer } from '../../../bridge/bridge.ts';
import { base64ToBlob } from './base64.ts';
import type { PhotoFeed, PhotoSource } from './photo-source.ts';

/** The camera that hangs on a serial line of this workstation, behind the application. */
export interface SerialCamera {
  readonly label: string;
  /** Bound, connected and not in fault. */
  isThere(): boolean;
  takePhoto(): Promise<Answer<'devices.takePhoto'>>;
  /** Calls back at any change, also when it begins or ends a picture; gives what ends the calls. */
  onChange(changed: () => void): () => void;
}

/** Where its pictures are shown, so that the step sees one camera like another. */
export interface Screen {
  readonly stream: MediaStream;
  /** Rejects when the bytes are no picture. */
  show(jpeg: Blob): Promise<void>;
}

export const SERIAL_CAMERA = 'waarmee-serial-camera';
/** A picture of 640 by 480 takes half a minute at 9600 baud, and is then asked once more when it came broken. */
const FRAME_DEADLINE_MS = 90_000;
/** Leaves the line to others, such as a test by IT. */
const BETWEEN_MS = 300;
/** One picture can be lost to noise on the line. */
const FAILURES_IN_A_ROW = 2;

/** The causes by which a camera in the browser says the same. */
const CAUSES: Readonly<Record<string, string>> = {
  noHardware: 'NotFoundError',
  offline: 'NotFoundError',
  closed: 'NotFoundError',
  noService: 'NotFoundError',
  noPermission: 'NotAllowedError',
  inUse: 'NotReadableError',
};

/** A camera on a serial line as a source: one picture after the other, each as fast as the line lets it through. */
export function serialCameraSource(
  camera: SerialCamera,
  openScreen: () => Screen = canvasScreen,
): PhotoSource {
  const next = async (screen: Screen): Promise<void> => {
    const answer = await camera.takePhoto();
    if (!answer.ok) throw new DOMException('', CAUSES[answer.error.detail ?? ''] ?? 'OperationError');
    await screen.show(base64ToBlob(answer.value.jpeg, 'image/jpeg'));
  };
  return {
    list: () => Promise.resolve(camera.isThere() ? [{ deviceId: SERIAL_CAMERA, label: camera.label }] : []),
    async open(): Promise<PhotoFeed> {
      const screen = openScreen();
      await next(screen);
      let isOpen = true;
      let onEnded = (): void => undefined;
      const run = async (): Promise<void> => {
        for (let failures = 0; isOpen; ) {
          await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
          if (!isOpen) return;
          failures = await next(screen).then(
            () => 0,
            () => failures + 1,
          );
          if (failures < FAILURES_IN_A_ROW) continue;
          if (isOpen) onEnded();
          isOpen = false;
        }
      };
      void run();
      return {
        deviceId: SERIAL_CAMERA,
        stream: screen.stream,
        frameDeadlineMs: FRAME_DEADLINE_MS,
        onEnded(ended) {
          onEnded = ended;
          return () => {
            onEnded = () => undefined;
          };
        },
        stop() {
          isOpen = false;
          for (const track of screen.stream.getTracks()) track.stop();
        },
      };
    },
    // Only coming and going: a picture of ours makes it busy too, and must not have us begin anew.
    onChange(changed) {
      let wasThere = camera.isThere();
      return camera.onChange(() => {
        if (camera.isThere() === wasThere) return;
        wasThere = !wasThere;
        changed();
      });
    },
  };
}

/** The cameras of the browser and the one on a serial line, to choose from; without a choice a browser's camera goes first. */
export function eitherSource(browser: PhotoSource, serial: PhotoSource): PhotoSource {
  return {
    list: async () => [...(await browser.list()), ...(await serial.list())],
    async open(deviceId) {
      if (deviceId === SERIAL_CAMERA) return serial.open(deviceId);
      const isOnlyOne =
        deviceId === null && (await serial.list()).length > 0 && (await browser.list()).length === 0;
      return (isOnlyOne ? serial : browser).open(deviceId);
    },
    onChange(changed) {
      const ends = [browser.onChange(changed), serial.onChange(changed)];
      return () => {
        for (const end of ends) end();
      };
    },
  };
}

function canvasScreen(): Screen {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) throw new DOMException('', 'NotSupportedError');
  return {
    stream: canvas.captureStream(),
    async show(jpeg) {
      const picture = await createImageBitmap(jpeg);
      if (canvas.width !== picture.width || canvas.height !== picture.height)
        Object.assign(canvas, { width: picture.width, height: picture.height });
      context.drawImage(picture, 0, 0);
      picture.close();
    },
  };
}
