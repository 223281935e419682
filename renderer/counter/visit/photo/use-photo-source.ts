import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCounter, useCounterState } from '../../../state/context.tsx';
import { type PhotoSource, webcamSource } from './photo-source.ts';
import { eitherSource, serialCameraSource } from './serial-camera.ts';

/** All cameras of this workstation: those of the browser, and the one on a serial line when one is bound. */
export function usePhotoSource(): PhotoSource {
  const { t } = useTranslation('visit');
  const { ask } = useCounter();
  const state = useCounterState(
    ({ devices }) => devices.value?.devices.find(({ role }) => role === 'camera')?.state ?? 'closed',
  );
  const latest = useRef(state);
  const listeners = useRef(new Set<() => void>());
  useEffect(() => {
    latest.current = state;
    for (const changed of listeners.current) changed();
  }, [state]);
  return useMemo(
    () =>
      eitherSource(
        webcamSource(navigator.mediaDevices),
        serialCameraSource({
          label: t('photo.serialCamera'),
          isThere: () => latest.current === 'idle' || latest.current === 'busy',
          takePhoto: () => ask('devices.takePhoto', {}, { quiet: true }),
          onChange(changed) {
            listeners.current.add(changed);
            return () => listeners.current.delete(changed);
          },
        }),
      ),
    [ask, t],
  );
}
