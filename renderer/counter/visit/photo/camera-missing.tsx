import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import type { Camera } from './use-camera.ts';

/** In place of the picture: the camera is starting, or why there is none and what to do. */
export function CameraMissing({ camera }: { readonly camera: Camera }) {
  const { t } = useTranslation('visit');
  if (camera.state.kind !== 'problem') return <p className="v-photo-none w-soft">{t('photo.starting')}</p>;
  return (
    <div className="v-photo-none" role="alert">
      <p>{t(`photo.problem.${camera.state.problem}`)}</p>
      <Button onPress={camera.restart}>{t('photo.again')}</Button>
    </div>
  );
}
