import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CounterState } from '../../../state/counter-state.ts';
import { useCounter } from '../../../state/context.tsx';
import { type PhotoSource, webcamSource } from './photo-source.ts';
import { eitherSource, serialCameraSource } from './serial-camera.ts';

function serialState({ devices }: CounterState): string {
  return devices.value?.devices.find(({ role }) => role === 'camera')?.state ?? 'closed';
}

/** All cameras of this workstation: those of the browser, and the one on a serial line when one is bound. */
export function usePhotoSource(): PhotoSource {
  const { t } = useTranslation('visit');
  const { ask, store } = useCounter();
  return useMemo(
    () =>
      eitherSource(
        webcamSource(navigator.mediaDevices),
        serialCameraSource({
          label: t('photo.serialCamera'),
          isThere: () => ['idle', 'busy'].includes(serialState(store.getState())),
          takePhoto: () => ask('devices.takePhoto', {}, { quiet: true }),
          onChange: (changed) => store.subscribe(changed),
        }),
      ),
    [ask, store, t],
  );
}
