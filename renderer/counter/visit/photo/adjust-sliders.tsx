import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { CROWN_BY_CHIN } from '../photo-checks/head.ts';
import { MAX_ZOOM } from './passport-frame.ts';
import type { PhotoSettings } from './photo-look.ts';

type Settings = Omit<PhotoSettings, 'age'>;

/** How large, how high and how far aside the head stands in the frame, and where its crown is; arrow keys move a slider. */
export function AdjustSliders({
  settings,
  canMove,
  onChange,
}: {
  readonly settings: Settings;
  /** Whether there is room to move the picture aside, and up or down. */
  readonly canMove: { readonly x: boolean; readonly y: boolean };
  readonly onChange: (settings: Settings) => void;
}) {
  const { t } = useTranslation('visit');
  const { adjust, crownByChin } = settings;
  const move = (change: Partial<Settings['adjust']>) =>
    onChange({ ...settings, adjust: { ...adjust, ...change } });
  return (
    <div className="v-sliders">
      <Slider
        label={t('photo.zoom')}
        min={1}
        max={MAX_ZOOM}
        value={adjust.zoom}
        onChange={(zoom) => move({ zoom })}
      />
      <Slider
        label={t('photo.shift')}
        min={-1}
        max={1}
        value={adjust.y}
        isDisabled={!canMove.y}
        onChange={(y) => move({ y })}
      />
      <Slider
        label={t('photo.aside')}
        min={-1}
        max={1}
        value={adjust.x}
        isDisabled={!canMove.x}
        onChange={(x) => move({ x })}
      />
      <Slider
        label={t('photo.crown')}
        min={CROWN_BY_CHIN - 0.4}
        max={CROWN_BY_CHIN + 0.4}
        value={crownByChin}
        onChange={(value) => onChange({ ...settings, crownByChin: value })}
      />
    </div>
  );
}

function Slider({
  label,
  min,
  max,
  value,
  isDisabled = false,
  onChange,
}: {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly value: number;
  readonly isDisabled?: boolean;
  readonly onChange: (value: number) => void;
}) {
  const id = useId();
  return (
    <>
      <label htmlFor={id} className="w-label">
        {label}
      </label>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={0.01}
        value={value}
        disabled={isDisabled}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    </>
  );
}
