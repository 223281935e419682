/** Why there is no picture; each has its own text with what to do. */
export type CameraProblem = 'unsupported' | 'missing' | 'refused' | 'inUse' | 'ended' | 'failed';

/** A camera of this pc. */
export interface CameraDevice {
  readonly deviceId: string;
  readonly label: string;
}

/** The part of `navigator.mediaDevices` that is used; undefined where the page has none (no secure context). */
export type Cameras = Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices'> | undefined;

/** The cause behind a failed `getUserMedia`, by the names of the Media Capture and Streams specification (10.2). */
export function cameraProblem(cause: unknown): CameraProblem {
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotReadableError':
    case 'AbortError':
      return 'inUse';
    default:
      return 'failed';
  }
}

/** Asks for as many pixels as 400 dots per inch over 45 mm need, upright head in a lying picture; takes less if that is all. */
export function openCamera(cameras: Cameras, deviceId: string | null): Promise<MediaStream> {
  if (cameras === undefined) return Promise.reject(new DOMException('no media devices', 'NotSupportedError'));
  const size = { width: { ideal: 1920 }, height: { ideal: 1080 } };
  return cameras.getUserMedia({
    audio: false,
    video: deviceId === null ? size : { ...size, deviceId: { exact: deviceId } },
  });
}

/** The cameras of this pc; empty when they cannot be listed. Names are known only after permission. */
export async function listCameras(cameras: Cameras): Promise<readonly CameraDevice[]> {
  if (cameras === undefined) return [];
  try {
    const devices = await cameras.enumerateDevices();
    return devices
      .filter((device) => device.kind === 'videoinput')
      .map(({ deviceId, label }, index) => ({
        deviceId,
        label: label === '' ? `Camera ${index + 1}` : label,
      }));
  } catch {
    return [];
  }
}

/** Ends every track, so that the camera's light goes out. */
export function stopStream(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
