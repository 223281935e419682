import { useCallback, useEffect, useState } from 'react';
import {
  type CameraDevice,
  type CameraProblem,
  cameraProblem,
  type PhotoFeed,
  type PhotoSource,
} from './photo-source.ts';
import { type CameraStorage, rememberCamera, rememberedCamera } from './remembered-camera.ts';

/** What the photo step shows: nothing yet, a live picture, or why there is none. */
export type CameraState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'live'; readonly feed: PhotoFeed }
  | { readonly kind: 'problem'; readonly problem: CameraProblem };

/** The camera as the photo step uses it. */
export interface Camera {
  readonly state: CameraState;
  readonly devices: readonly CameraDevice[];
  /** The camera in use, or else the one that should be. */
  readonly deviceId: string | null;
  readonly choose: (deviceId: string) => void;
  readonly restart: () => void;
  /** The picture stands still: starts the camera again, and after some times in a row says so. */
  readonly stalled: () => void;
  /** A picture came. */
  readonly moving: () => void;
}

const STALLS_IN_A_ROW = 2;

/**
 * Opens the camera while `on`, and lets it go when `on` ends or the component goes. The chosen camera is remembered and
 * never silently replaced: when it is gone the problem is 'ended' or 'other', and when it comes back it is opened again.
 */
export function useCamera(on: boolean, source: PhotoSource, storage: CameraStorage = localStorage): Camera {
  const [state, setState] = useState<CameraState>({ kind: 'starting' });
  const [devices, setDevices] = useState<readonly CameraDevice[]>([]);
  const [wanted, setWanted] = useState(() => rememberedCamera(storage));
  const [attempt, setAttempt] = useState(0);
  const [stalls, setStalls] = useState(0);

  useEffect(() => {
    if (!on) return undefined;
    let left = false;
    let feed: PhotoFeed | null = null;
    let lost: string | null = wanted;
    let forget = (): void => undefined;
    const show = (next: CameraState): void => {
      if (!left) setState(next);
    };
    const refresh = async (): Promise<readonly CameraDevice[]> => {
      const found = await source.list();
      if (!left) setDevices(found);
      return found;
    };
    show({ kind: 'starting' });
    source.open(wanted).then(
      (opened) => {
        if (left) return opened.stop();
        feed = opened;
        lost = null;
        forget = opened.onEnded(() => {
          lost = opened.deviceId;
          show({ kind: 'problem', problem: 'ended' });
        });
        show({ kind: 'live', feed: opened });
        void refresh();
      },
      (cause: unknown) => {
        show({ kind: 'problem', problem: cameraProblem(cause) });
        void refresh();
      },
    );
    const endChanges = source.onChange(() => {
      void refresh().then((found) => {
        const isBack = lost !== null && found.some(({ deviceId }) => deviceId === lost);
        if (!left && isBack) setAttempt((count) => count + 1);
      });
    });
    return () => {
      left = true;
      forget();
      endChanges();
      feed?.stop();
    };
  }, [on, wanted, attempt, source]);

  const restart = useCallback(() => {
    setStalls(0);
    setAttempt((count) => count + 1);
  }, []);
  const choose = useCallback(
    (deviceId: string) => {
      rememberCamera(storage, { deviceId });
      setStalls(0);
      setWanted(deviceId);
      setAttempt((count) => count + 1);
    },
    [storage],
  );
  const stalled = useCallback(() => {
    setStalls((count) => count + 1);
    setAttempt((count) => count + 1);
  }, []);
  const moving = useCallback(() => setStalls(0), []);
  const isFrozen = state.kind === 'live' && stalls > STALLS_IN_A_ROW;
  return {
    state: isFrozen ? { kind: 'problem', problem: 'frozen' } : state,
    devices,
    deviceId: (state.kind === 'live' ? state.feed.deviceId : null) ?? wanted,
    choose,
    restart,
    stalled,
    moving,
  };
}
