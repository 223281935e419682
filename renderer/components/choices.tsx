import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button,
  Checkbox,
  type Key,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Radio,
  RadioGroup,
  Select,
  SelectValue,
} from 'react-aria-components';
import { FieldNotes, type FieldTexts } from './fields.tsx';

/** One thing to choose. */
export interface Option<V extends string> {
  readonly value: V;
  readonly label: string;
  /** A second, softer line. */
  readonly note?: string;
}

export interface SelectFieldProps<V extends string> extends FieldTexts {
  readonly options: readonly Option<V>[];
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
}

/** One choice out of more than four: a list that opens. */
export function SelectField<V extends string>({
  label,
  description,
  error,
  options,
  value,
  onChange,
  placeholder,
  ...props
}: SelectFieldProps<V>) {
  const choose = (key: Key | null) => {
    const option = options.find((candidate) => candidate.value === key);
    if (option) onChange(option.value);
  };
  return (
    <Select
      validationBehavior="aria"
      {...props}
      value={value}
      onChange={choose}
      isInvalid={error !== undefined}
      placeholder={placeholder ?? ''}
      className="w-field"
    >
      <Label className="w-label">{label}</Label>
      <Button className="w-input w-select">
        <SelectValue className="w-select-value" />
        <ChevronDown size={18} aria-hidden />
      </Button>
      <FieldNotes description={description} error={error} />
      <Popover className="w-popover">
        <ListBox className="w-listbox" items={options.map((option) => ({ ...option, id: option.value }))}>
          {(option) => (
            <ListBoxItem className="w-option" textValue={option.label}>
              <OptionText option={option} />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}

export interface RadioFieldProps<V extends string> extends FieldTexts {
  readonly options: readonly Option<V>[];
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  readonly isDisabled?: boolean;
  readonly orientation?: 'horizontal' | 'vertical';
}

/** One choice out of two to four, all in sight. */
export function RadioField<V extends string>({
  label,
  description,
  error,
  options,
  value,
  onChange,
  orientation = 'vertical',
  ...props
}: RadioFieldProps<V>) {
  const choose = (next: string) => {
    const option = options.find((candidate) => candidate.value === next);
    if (option) onChange(option.value);
  };
  return (
    <RadioGroup
      validationBehavior="aria"
      {...props}
      value={value}
      onChange={choose}
      orientation={orientation}
      isInvalid={error !== undefined}
      className="w-field"
    >
      <Label className="w-label">{label}</Label>
      <div className={`w-choices w-choices-${orientation}`}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className="w-choice">
            <span className="w-dot" aria-hidden />
            <OptionText option={option} />
          </Radio>
        ))}
      </div>
      <FieldNotes description={description} error={error} />
    </RadioGroup>
  );
}

export interface CheckFieldProps {
  readonly isSelected: boolean;
  readonly onChange: (selected: boolean) => void;
  readonly isDisabled?: boolean;
  readonly isInvalid?: boolean;
  readonly autoFocus?: boolean;
  readonly children: ReactNode;
}

/** One box to tick. */
export function CheckField({ children, ...props }: CheckFieldProps) {
  return (
    <Checkbox {...props} className="w-choice">
      <span className="w-tick" aria-hidden>
        <Check size={14} strokeWidth={3.5} />
      </span>
      <span>{children}</span>
    </Checkbox>
  );
}

function OptionText({ option }: { readonly option: Option<string> }) {
  return (
    <span>
      {option.label}
      {option.note && <small className="w-option-note">{option.note}</small>}
    </span>
  );
}
