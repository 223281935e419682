import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoAdviceCode } from '../../../../shared/domain/photo-advice.ts';
import type { StepOf } from '../../../../shared/domain/product-steps.ts';
import { Button } from '../../../components/button.tsx';
import { ErrorMessage } from '../../../components/error-text.tsx';
import { Message } from '../../../components/message.tsx';
import type { StepPlace } from '../desk/step-saver.ts';
import { useAttach } from '../steps/use-attach.ts';
import { useAttachment } from '../steps/use-attachment.ts';
import { encodePhoto } from './encode-photo.ts';
import { PhotoTaker, type Taken } from './photo-taker.tsx';
import { createLastPhoto } from './same-photo.ts';

type Failure = 'tooLarge' | 'noImage' | 'noPicture' | 'repeated' | 'sameFile';

const lastPhoto = createLastPhoto();

/** The passport photo: from the camera in this window or from a file, cut to 35 by 45 mm, kept with the product. */
export function PhotoStep({
  place,
  step,
  age,
  attachmentId,
  advice,
}: {
  readonly place: StepPlace;
  readonly step: StepOf<'photo'>;
  readonly age: number | null;
  readonly attachmentId: string | undefined;
  /** What the photo was taken against; undefined when nobody looked. */
  readonly advice: readonly PhotoAdviceCode[] | undefined;
}) {
  const { t } = useTranslation('visit');
  const { attach, isBusy, error } = useAttach(place);
  const kept = useAttachment(attachmentId);
  const [isRetaking, setRetaking] = useState(false);
  const [isTaken, setTaken] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const isKept = attachmentId !== undefined && !isRetaking;

  const take = async (taken: Taken) => {
    setFailure(undefined);
    const blob = await encodePhoto(taken.picture, taken.crop);
    if (blob === null) return setFailure('tooLarge');
    const { isSame, keep } = await lastPhoto.compare(blob);
    // A live picture is never the same twice; a file may be meant for two products of one visitor.
    if (isSame && taken.isFromCamera) return setFailure('repeated');
    if (!(await attach(blob, taken.advice))) return;
    keep();
    if (isSame) setFailure('sameFile');
    setTaken(true);
    setRetaking(false);
  };
  const side = (
    <>
      {failure && (
        <Message tone="warn" role="alert">
          {t(`photo.${failure}`)}
        </Message>
      )}
      {error && <ErrorMessage error={error} />}
      <p className="w-soft w-small">{step.advice}</p>
    </>
  );

  if (!isKept)
    return (
      <div className="v-step v-photo">
        <PhotoTaker age={age} isBusy={isBusy} side={side} onTake={take} onFailure={setFailure} />
      </div>
    );
  return (
    <div className="v-step v-photo">
      <div className="v-photo-frame">{kept && <img src={kept.url} alt={t('photo.photoAlt')} />}</div>
      <div className="v-photo-side w-stack">
        <Message tone="ok" role="status">
          {t('photo.kept')}
        </Message>
        <div>
          <Button autoFocus={isTaken} onPress={() => setRetaking(true)}>
            {t('photo.retake')}
          </Button>
        </div>
        {advice && advice.length > 0 && (
          <Message tone="info" title={t('photo.takenAgainst')}>
            {advice.map((code) => t(`photo.short.${code}`)).join(', ')}
          </Message>
        )}
        {side}
      </div>
    </div>
  );
}
