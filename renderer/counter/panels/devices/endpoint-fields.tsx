import { useTranslation } from 'react-i18next';
import type { DriverCard, FoundDevice } from '../../../../shared/contract/device-discovery.ts';
import { CheckField, SelectField } from '../../../components/choices.tsx';
import { TextField } from '../../../components/fields.tsx';
import { typedPlace } from './place.ts';
import { NO_PLACE, type PlaceChoice } from './use-binding-form.ts';

const OTHER = 'other';
const BAUD_RATES = ['4800', '9600', '19200', '38400', '57600', '115200'] as const;
const PARITIES = ['none', 'even', 'odd'] as const;

export interface EndpointFieldsProps {
  readonly endpoint: DriverCard['endpoints'][number];
  readonly driver: string;
  readonly found: readonly FoundDevice[];
  readonly value: PlaceChoice | undefined;
  readonly onChange: (place: PlaceChoice) => void;
}

/** Where one cable of a device goes: one of what is plugged in, or a typed port or address; and how the line is spoken. */
export function EndpointFields({ endpoint, driver, found, value = NO_PLACE, onChange }: EndpointFieldsProps) {
  const { t } = useTranslation('devices');
  const candidates = found.filter(({ kind }) => endpoint.kinds.includes(kind));
  const isKnown = (device: FoundDevice) => device.fits.some((fit) => fit.driver === driver);
  const options = [...candidates]
    .sort((a, b) => Number(isKnown(b)) - Number(isKnown(a)))
    .map((device) => ({
      value: device.path,
      label: device.name || device.path,
      note: [device.path, device.serialNumber, isKnown(device) && t('wizard.fits')]
        .filter(Boolean)
        .join(' · '),
    }));
  const chosen = candidates.find(({ path }) => path === value.found);
  const typed = typedPlace(value.typed, endpoint.kinds);
  const isSerial = chosen ? chosen.kind === 'serial' : typed?.kind === 'serial';
  const line = (change: Partial<PlaceChoice['line']>) =>
    onChange({ ...value, line: { ...value.line, ...change } });
  return (
    <div className="w-device-choice">
      <SelectField
        label={endpoint.name === 'main' ? t('wizard.device') : t('wizard.deviceOf', { name: endpoint.name })}
        options={[...options, { value: OTHER, label: t('wizard.other') }]}
        value={chosen ? chosen.path : OTHER}
        onChange={(path) => onChange({ ...value, found: path === OTHER ? null : path })}
      />
      {!chosen && (
        <TextField
          label={t('wizard.place')}
          description={t('wizard.placeHint')}
          value={value.typed}
          onChange={(text) => onChange({ ...value, typed: text })}
          {...(value.typed !== '' && !typed && { error: t('wizard.placeHint') })}
        />
      )}
      {isSerial && (
        <>
          <SelectField
            label={t('wizard.baudRate')}
            options={BAUD_RATES.map((rate) => ({ value: rate, label: rate }))}
            value={BAUD_RATES.find((rate) => Number(rate) === value.line.baudRate) ?? null}
            onChange={(rate) => line({ baudRate: Number(rate) })}
          />
          <SelectField
            label={t('wizard.parity')}
            options={PARITIES.map((parity) => ({ value: parity, label: t(`wizard.parityOf.${parity}`) }))}
            value={value.line.parity}
            onChange={(parity) => line({ parity })}
          />
          <CheckField isSelected={value.line.rtscts} onChange={(rtscts) => line({ rtscts })}>
            {t('wizard.rtscts')}
          </CheckField>
        </>
      )}
    </div>
  );
}
