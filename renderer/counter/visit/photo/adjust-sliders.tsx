import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Adjust } from './picture.ts';

/** How large and how high the head stands in the frame; arrow keys move a slider. */
export function AdjustSliders({
  adjust,
  onChange,
}: {
  readonly adjust: Adjust;
  readonly onChange: (adjust: Adjust) => void;
}) {
  const { t } = useTranslation('visit');
  const zoomId = useId();
  const shiftId = useId();
  return (
    <div className="v-sliders">
      <label htmlFor={zoomId} className="w-label">
        {t('photo.zoom')}
      </label>
      <input
        id={zoomId}
        type="range"
        min={1}
        max={3}
        step={0.05}
        value={adjust.zoom}
        onChange={(event) => onChange({ ...adjust, zoom: event.currentTarget.valueAsNumber })}
      />
      <label htmlFor={shiftId} className="w-label">
        {t('photo.shift')}
      </label>
      <input
        id={shiftId}
        type="range"
        min={-1}
        max={1}
        step={0.05}
        value={adjust.shift}
        disabled={adjust.zoom === 1}
        onChange={(event) => onChange({ ...adjust, shift: event.currentTarget.valueAsNumber })}
      />
    </div>
  );
}
