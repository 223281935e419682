import { useTranslation } from 'react-i18next';
import type { DriverSetting } from '../../../../shared/contract/device-discovery.ts';
import type { DeviceBinding } from '../../../../shared/contract/device-protocol.ts';
import { CheckField, SelectField } from '../../../components/choices.tsx';
import { TextField } from '../../../components/fields.tsx';

type Value = DeviceBinding['settings'][string];

export interface SettingFieldsProps {
  readonly settings: readonly DriverSetting[];
  readonly values: DeviceBinding['settings'];
  /** Undefined takes the setting away: the driver's own choice counts. */
  readonly onChange: (name: string, value: Value | undefined) => void;
}

/** The settings that a driver has, by the names that the configuration file uses. */
export function SettingFields({ settings, values, onChange }: SettingFieldsProps) {
  const { t } = useTranslation('devices');
  if (settings.length === 0) return null;
  return (
    <fieldset className="w-device-settings">
      <legend>{t('wizard.settings')}</legend>
      {settings.map((setting) => (
        <SettingField
          key={setting.name}
          setting={setting}
          value={values[setting.name] ?? setting.default}
          onChange={(value) => onChange(setting.name, value)}
        />
      ))}
    </fieldset>
  );
}

function SettingField({
  setting,
  value,
  onChange,
}: {
  readonly setting: DriverSetting;
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
}) {
  const { name, kind, choices = [], minimum, maximum } = setting;
  if (kind === 'yesNo')
    return (
      <CheckField isSelected={value === true} onChange={onChange}>
        {name}
      </CheckField>
    );
  if (kind === 'choice')
    return (
      <SelectField
        label={name}
        options={choices.map((choice) => ({ value: choice, label: choice }))}
        value={value === undefined ? null : String(value)}
        onChange={(choice) => onChange(typeof setting.default === 'number' ? Number(choice) : choice)}
      />
    );
  const range = minimum !== undefined && maximum !== undefined ? `${minimum} – ${maximum}` : undefined;
  return (
    <TextField
      label={name}
      description={range}
      value={value === undefined ? '' : String(value)}
      onChange={(text) =>
        onChange(
          text === ''
            ? undefined
            : kind === 'number' && /^-?\d+([.,]\d+)?$/.test(text)
              ? Number(text.replace(',', '.'))
              : text,
        )
      }
    />
  );
}
