/** Why there is no picture; each has its own text with what to do. */
export type CameraProblem =
  | 'unsupported'
  | 'missing'
  | 'other'
  | 'refused'
  | 'inUse'
  | 'ended'
  | 'frozen'
  | 'failed';

/** A camera of this pc. */
export interface CameraDevice {
  readonly deviceId: string;
  readonly label: string;
}

/**
 * Where live pictures come from. The cameras that the window itself can open are one source (`webcamSource`); a camera on a
 * serial line is another (`serialCameraSource`).
 */
export interface PhotoSource {
  /** What can be chosen now; empty when that cannot be known. */
  list(): Promise<readonly CameraDevice[]>;
  /** Opens a camera, any when `deviceId` is null. Rejects with a cause for `cameraProblem`. */
  open(deviceId: string | null): Promise<PhotoFeed>;
  /** Calls back when a camera came or went; gives what ends the calls. */
  onChange(changed: () => void): () => void;
}

/** An open camera. */
export interface PhotoFeed {
  readonly deviceId: string | null;
  readonly stream: MediaStream;
  /** Without a new picture for so long, the camera is stuck. */
  readonly frameDeadlineMs: number;
  /** Calls back once when the camera goes by itself; gives what ends that. */
  onEnded(ended: () => void): () => void;
  /** Lets the camera go, so that its light goes out. */
  stop(): void;
}

/** The cause behind a camera that did not open, by the names of the Media Capture and Streams specification (10.2). */
export function cameraProblem(cause: unknown): CameraProblem {
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused';
    case 'NotFoundError':
      return 'missing';
    case 'OverconstrainedError':
      return 'other';
    case 'NotReadableError':
    case 'AbortError':
      return 'inUse';
    case 'NotSupportedError':
      return 'unsupported';
    default:
      return 'failed';
  }
}

const FRAME_DEADLINE_MS = 2000;

/** The cameras of this pc as the browser knows them; undefined media devices (no secure context) open none. */
export function webcamSource(cameras: MediaDevices | undefined): PhotoSource {
  return {
    async list() {
      try {
        const devices = (await cameras?.enumerateDevices()) ?? [];
        return devices
          .filter((device) => device.kind === 'videoinput')
          .map(({ deviceId, label }, index) => ({
            deviceId,
            label: label === '' ? `Camera ${index + 1}` : label,
          }));
      } catch {
        return [];
      }
    },
    async open(deviceId) {
      if (cameras === undefined) throw new DOMException('no media devices', 'NotSupportedError');
      // Full HD standing has the 600 dots per inch; a camera that has less gives what it has.
      const size = { width: { ideal: 1920 }, height: { ideal: 1080 } };
      const stream = await cameras.getUserMedia({
        audio: false,
        video: deviceId === null ? size : { ...size, deviceId: { exact: deviceId } },
      });
      return feedOf(stream);
    },
    onChange(changed) {
      cameras?.addEventListener('devicechange', changed);
      return () => cameras?.removeEventListener('devicechange', changed);
    },
  };
}

function feedOf(stream: MediaStream): PhotoFeed {
  const tracks = stream.getVideoTracks();
  return {
    deviceId: tracks[0]?.getSettings().deviceId ?? null,
    stream,
    frameDeadlineMs: FRAME_DEADLINE_MS,
    onEnded(ended) {
      for (const track of tracks) track.addEventListener('ended', ended);
      return () => {
        for (const track of tracks) track.removeEventListener('ended', ended);
      };
    },
    stop() {
      for (const track of stream.getTracks()) track.stop();
    },
  };
}
