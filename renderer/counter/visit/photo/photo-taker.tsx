import { Camera as CameraIcon, Upload } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { SelectField } from '../../../components/choices.tsx';
import { Message } from '../../../components/message.tsx';
import { GuideLines } from './guide-lines.tsx';
import { isSharpEnough } from './passport-frame.ts';
import { type Adjust, AS_IT_COMES, cropOf, type Picture, transformOf } from './picture.ts';
import { AdjustSliders } from './adjust-sliders.tsx';
import { type Camera, useCamera } from './use-camera.ts';
import { usePhotoFile } from './use-photo-file.ts';

/** The live camera, or a chosen file, in the frame of a passport photo. */
export function PhotoTaker({
  age,
  isBusy,
  onTake,
  onUnreadable,
}: {
  readonly age: number | null;
  readonly isBusy: boolean;
  readonly onTake: (picture: Picture, adjust: Adjust) => Promise<void>;
  readonly onUnreadable: () => void;
}) {
  const { t } = useTranslation('visit');
  const file = usePhotoFile(onUnreadable);
  const camera = useCamera(file.picture === undefined);
  const video = useRef<HTMLVideoElement>(null);
  const [adjust, setAdjust] = useState(AS_IT_COMES);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const isLive = camera.state.kind === 'live' && file.picture === undefined;

  useEffect(() => {
    const element = video.current;
    if (element !== null && camera.state.kind === 'live') element.srcObject = camera.state.stream;
  }, [camera.state]);

  const take = () => {
    const live = video.current;
    const shown = live && { source: live, width: live.videoWidth, height: live.videoHeight };
    const picture = file.picture ?? shown;
    if (picture) void onTake(picture, adjust).then(file.clear);
  };
  const measured = file.picture ?? size;
  const crop = cropOf(measured, adjust);

  return (
    <>
      <div className="v-photo-frame" style={{ aspectRatio: '35 / 45' }}>
        {file.picture && <img src={file.picture.url} alt="" style={{ transform: transformOf(adjust) }} />}
        {isLive && (
          <video
            ref={video}
            autoPlay
            muted
            playsInline
            aria-label={t('photo.live')}
            style={{ transform: transformOf(adjust) }}
            onLoadedMetadata={({ currentTarget }) =>
              setSize({ width: currentTarget.videoWidth, height: currentTarget.videoHeight })
            }
          />
        )}
        {(isLive || file.picture) && <GuideLines age={age} />}
        {!isLive && !file.picture && <CameraMissing camera={camera} />}
      </div>
      <div className="v-photo-controls w-stack">
        <div className="w-row w-row-wrap">
          <Button
            variant="primary"
            icon={CameraIcon}
            isPending={isBusy || camera.state.kind === 'starting'}
            isDisabled={camera.state.kind === 'problem' && !file.picture}
            onPress={take}
          >
            {t(file.picture ? 'photo.use' : 'photo.take')}
          </Button>
          <FileTrigger
            acceptedFileTypes={['image/jpeg', 'image/png']}
            onSelect={(files) => file.choose(files?.[0])}
          >
            <Button icon={Upload}>{t('photo.upload')}</Button>
          </FileTrigger>
          {file.picture && <Button onPress={file.clear}>{t('photo.toCamera')}</Button>}
        </div>
        <AdjustSliders adjust={adjust} onChange={setAdjust} />
        <p className="w-small">{t('photo.guide')}</p>
        {crop !== undefined && !isSharpEnough(crop) && (
          <Message tone="warn">{t('photo.lowResolution')}</Message>
        )}
        {camera.devices.length > 1 && (
          <SelectField
            label={t('photo.camera')}
            options={camera.devices.map(({ deviceId, label }) => ({ value: deviceId, label }))}
            value={camera.deviceId ?? camera.devices[0]?.deviceId ?? null}
            onChange={camera.choose}
          />
        )}
      </div>
    </>
  );
}

function CameraMissing({ camera }: { readonly camera: Camera }) {
  const { t } = useTranslation('visit');
  if (camera.state.kind !== 'problem') return <p className="v-photo-none w-soft">{t('photo.starting')}</p>;
  return (
    <div className="v-photo-none" role="alert">
      <p>{t(`photo.problem.${camera.state.problem}`)}</p>
      <Button onPress={camera.restart}>{t('photo.again')}</Button>
    </div>
  );
}
