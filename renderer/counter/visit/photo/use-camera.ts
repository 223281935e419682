import { useCallback, useEffect, useState } from 'react';
import {
  type CameraDevice,
  type CameraProblem,
  cameraProblem,
  listCameras,
  openCamera,
  stopStream,
} from './camera.ts';

/** What the photo step shows: nothing yet, a live picture, or why there is none. */
export type CameraState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'live'; readonly stream: MediaStream }
  | { readonly kind: 'problem'; readonly problem: CameraProblem };

/** The camera as the photo step uses it. */
export interface Camera {
  readonly state: CameraState;
  readonly devices: readonly CameraDevice[];
  readonly deviceId: string | null;
  readonly choose: (deviceId: string) => void;
  readonly restart: () => void;
}

/**
 * Opens the camera while `on`, and stops it when `on` ends or the component goes. A camera that is unplugged
 * becomes the problem 'ended'; `restart` tries again. When a camera is plugged in, the list follows.
 */
export function useCamera(on: boolean): Camera {
  const [state, setState] = useState<CameraState>({ kind: 'starting' });
  const [devices, setDevices] = useState<readonly CameraDevice[]>([]);
  const [deviceId, setDeviceId] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    if (!on) return undefined;
    let left = false;
    let stream: MediaStream | null = null;
    const ended = (): void => {
      if (!left) setState({ kind: 'problem', problem: 'ended' });
    };
    setState({ kind: 'starting' });
    const cameras = mediaDevices();
    if (cameras === undefined) {
      setState({ kind: 'problem', problem: 'unsupported' });
      return undefined;
    }
    openCamera(cameras, deviceId).then(
      async (opened) => {
        if (left) {
          stopStream(opened);
          return;
        }
        stream = opened;
        for (const track of opened.getVideoTracks()) track.addEventListener('ended', ended);
        setState({ kind: 'live', stream: opened });
        const found = await listCameras(cameras);
        if (!left) setDevices(found);
      },
      (cause: unknown) => {
        if (!left) setState({ kind: 'problem', problem: cameraProblem(cause) });
      },
    );
    const changed = (): void => {
      void listCameras(cameras).then((found) => {
        if (!left) setDevices(found);
      });
    };
    cameras.addEventListener?.('devicechange', changed);
    return () => {
      left = true;
      cameras.removeEventListener?.('devicechange', changed);
      stopStream(stream);
    };
  }, [on, deviceId, attempt]);

  const restart = useCallback(() => {
    setDeviceId(null);
    setAttempt((count) => count + 1);
  }, []);
  return { state, devices, deviceId, choose: setDeviceId, restart };
}

function mediaDevices(): MediaDevices | undefined {
  return typeof navigator === 'undefined' ? undefined : navigator.mediaDevices;
}
