import { Camera as CameraIcon, ScanFace, Upload } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PhotoAdviceCode } from '../../../../shared/domain/photo-advice.ts';
import { Button } from '../../../components/button.tsx';
import { SelectField } from '../../../components/choices.tsx';
import { AdjustSliders } from './adjust-sliders.tsx';
import { AdviceList } from './advice-list.tsx';
import { CameraMissing } from './camera-missing.tsx';
import { GuideLines } from './guide-lines.tsx';
import { adjustTo, type Crop, passportCrop } from './passport-frame.ts';
import { FIRST_SETTINGS } from './photo-look.ts';
import { placeInFrame } from './picture.ts';
import { useCamera } from './use-camera.ts';
import { usePhotoFile } from './use-photo-file.ts';
import { usePhotoSource } from './use-photo-source.ts';
import { type Looked, usePhotoLooks } from './use-photo-looks.ts';
import { watchFrames } from './watch-frames.ts';

/** A picture that the clerk takes: the part of it that becomes the photo, and what was said against it. */
export interface Taken {
  readonly picture: ImageBitmap;
  readonly crop: Crop;
  /** Undefined when nobody looked. */
  readonly advice: readonly PhotoAdviceCode[] | undefined;
  readonly isFromCamera: boolean;
}

/** The live camera, or a chosen file, in the frame of a passport photo, with advice while the visitor sits. */
export function PhotoTaker({
  age,
  isBusy,
  side,
  onTake,
  onFailure,
}: {
  readonly age: number | null;
  readonly isBusy: boolean;
  /** What else is to be said, below the advice. */
  readonly side: ReactNode;
  /** Resolves when the photo is kept, or not. The picture is closed afterwards. */
  readonly onTake: (taken: Taken) => Promise<void>;
  /** There is no picture in the file, or from the camera; undefined when the clerk tries anew. */
  readonly onFailure: (failure: 'noImage' | 'noPicture' | undefined) => void;
}) {
  const { t } = useTranslation('visit');
  const file = usePhotoFile(() => onFailure('noImage'));
  const camera = useCamera(file.picture === undefined, usePhotoSource());
  const video = useRef<HTMLVideoElement>(null);
  const [settings, setSettings] = useState(FIRST_SETTINGS);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const feed = camera.state.kind === 'live' && file.picture === undefined ? camera.state.feed : undefined;

  const { stalled, moving } = camera;
  useEffect(() => {
    const element = video.current;
    if (element === null || feed === undefined) return undefined;
    element.srcObject = feed.stream;
    return watchFrames(element, feed.frameDeadlineMs, { stalled, moving });
  }, [feed, stalled, moving]);

  const shown = file.picture;
  const grab = useCallback(async (): Promise<ImageBitmap | null> => {
    const from = shown?.source ?? video.current;
    if (!from || (from instanceof HTMLVideoElement && from.videoWidth === 0)) return null;
    return createImageBitmap(from).catch(() => null);
  }, [shown]);
  const looked = useMemo(
    (): Looked | undefined => (feed || shown ? { grab, isStill: shown !== undefined } : undefined),
    [feed, shown, grab],
  );
  const all = useMemo(() => ({ ...settings, age }), [settings, age]);
  const { look, lookOnce } = usePhotoLooks(looked, all);

  const take = async (): Promise<void> => {
    const picture = await grab();
    const crop = picture && passportCrop(picture, settings.adjust);
    if (!picture || !crop) return onFailure(shown ? 'noImage' : 'noPicture');
    const seen = (await lookOnce(picture)) ?? look;
    const advice =
      seen === undefined || seen.faces === null ? undefined : seen.advice.map(({ code }) => code);
    await onTake({ picture, crop, advice, isFromCamera: shown === undefined });
    picture.close();
  };
  const measured = shown ?? size;
  const crop = passportCrop(measured, settings.adjust);
  const place = crop && placeInFrame(measured, crop);
  const wrongCamera = camera.state.kind === 'problem' && camera.devices.length > 0;

  return (
    <>
      <div className="v-photo-frame">
        {shown && <img src={shown.url} alt="" style={place} />}
        {feed && (
          <video
            ref={video}
            autoPlay
            muted
            playsInline
            aria-label={t('photo.live')}
            style={place}
            onResize={({ currentTarget }) =>
              setSize({ width: currentTarget.videoWidth, height: currentTarget.videoHeight })
            }
          />
        )}
        {(feed || shown) && <GuideLines age={age} head={look?.head} />}
        {!feed && !shown && <CameraMissing camera={camera} />}
      </div>
      <div className="v-photo-controls w-stack">
        <div className="w-row w-row-wrap">
          <Button
            variant="primary"
            icon={CameraIcon}
            isPending={isBusy || (camera.state.kind === 'starting' && !shown)}
            isDisabled={camera.state.kind === 'problem' && !shown}
            onPress={() => void take()}
          >
            {t(shown ? 'photo.use' : 'photo.take')}
          </Button>
          <FileTrigger
            acceptedFileTypes={['image/jpeg', 'image/png']}
            onSelect={(files) => {
              onFailure(undefined);
              file.choose(files?.[0]);
            }}
          >
            <Button icon={Upload}>{t('photo.upload')}</Button>
          </FileTrigger>
          <Button
            icon={ScanFace}
            isDisabled={look?.largest === undefined}
            onPress={() =>
              look?.largest && setSettings({ ...settings, adjust: adjustTo(measured, look.largest, age) })
            }
          >
            {t('photo.frameHead')}
          </Button>
          {shown && <Button onPress={file.clear}>{t('photo.toCamera')}</Button>}
        </div>
        <AdjustSliders
          settings={settings}
          canMove={{ x: crop !== undefined && crop.width < measured.width, y: settings.adjust.zoom > 1 }}
          onChange={setSettings}
        />
        {(camera.devices.length > 1 || wrongCamera) && !shown && (
          <SelectField
            label={t('photo.camera')}
            options={camera.devices.map(({ deviceId, label }) => ({ value: deviceId, label }))}
            value={camera.deviceId}
            onChange={camera.choose}
          />
        )}
      </div>
      <div className="v-photo-side w-stack">
        {(feed || shown) && <AdviceList look={look} />}
        {side}
      </div>
    </>
  );
}
