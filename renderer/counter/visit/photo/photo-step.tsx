import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepOf } from '../../../../shared/domain/product-steps.ts';
import { Button } from '../../../components/button.tsx';
import { ErrorMessage } from '../../../components/error-text.tsx';
import { Message } from '../../../components/message.tsx';
import type { StepPlace } from '../desk/step-saver.ts';
import { useAttach } from '../steps/use-attach.ts';
import { useAttachment } from '../steps/use-attachment.ts';
import { encodePhoto } from './encode-photo.ts';
import { PhotoTaker } from './photo-taker.tsx';
import { type Adjust, cropOf, type Picture } from './picture.ts';

type Failure = 'tooLarge' | 'noImage';

/** The passport photo: from the camera in this window or from a file, cut to 35 by 45 mm, kept with the product. */
export function PhotoStep({
  place,
  step,
  age,
  attachmentId,
}: {
  readonly place: StepPlace;
  readonly step: StepOf<'photo'>;
  readonly age: number | null;
  readonly attachmentId: string | undefined;
}) {
  const { t } = useTranslation('visit');
  const { attach, isBusy, error } = useAttach(place);
  const kept = useAttachment(attachmentId);
  const [isRetaking, setRetaking] = useState(false);
  const [isTaken, setTaken] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const isKept = attachmentId !== undefined && !isRetaking;

  const take = async (picture: Picture, adjust: Adjust) => {
    setFailure(undefined);
    const crop = cropOf(picture, adjust);
    const blob = crop === undefined ? null : await encodePhoto(picture.source, crop);
    if (blob === null) return setFailure('tooLarge');
    if (!(await attach(blob))) return;
    setTaken(true);
    setRetaking(false);
  };

  return (
    <div className="v-step v-photo">
      {isKept ? (
        <div className="v-photo-frame">{kept && <img src={kept.url} alt={t('photo.photoAlt')} />}</div>
      ) : (
        <PhotoTaker age={age} isBusy={isBusy} onTake={take} onUnreadable={() => setFailure('noImage')} />
      )}
      <div className="v-photo-side w-stack">
        {isKept && (
          <>
            <Message tone="ok" role="status">
              {t('photo.kept')}
            </Message>
            <div>
              <Button autoFocus={isTaken} onPress={() => setRetaking(true)}>
                {t('photo.retake')}
              </Button>
            </div>
          </>
        )}
        {failure && (
          <Message tone="warn" role="alert">
            {t(`photo.${failure}`)}
          </Message>
        )}
        {error && <ErrorMessage error={error} />}
        <p className="w-soft w-small">{step.advice}</p>
      </div>
    </div>
  );
}
