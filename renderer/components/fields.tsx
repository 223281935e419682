import type { ReactNode } from 'react';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';

/** What every field shows besides its control. */
export interface FieldTexts {
  readonly label: string;
  /** How to fill it in; read aloud with the field. */
  readonly description?: string | undefined;
  /** What is wrong and how to mend it; marks the field as invalid. */
  readonly error?: string | undefined;
}

export interface TextFieldProps
  extends Omit<AriaTextFieldProps, 'className' | 'children' | 'style' | 'isInvalid'>,
    FieldTexts {
  readonly placeholder?: string;
  /** Number of rows; more than one makes it a text area. */
  readonly rows?: number;
  /** Shown inside, after the text: a unit or a button. */
  readonly suffix?: ReactNode;
  readonly className?: string;
}

/** A labelled line (or area) of text. */
export function TextField({
  label,
  description,
  error,
  placeholder = '',
  rows,
  suffix,
  className,
  ...props
}: TextFieldProps) {
  return (
    <AriaTextField
      validationBehavior="aria"
      {...props}
      isInvalid={error !== undefined}
      className={`w-field ${className ?? ''}`}
    >
      <Label className="w-label">{label}</Label>
      <span className="w-input-line">
        {rows !== undefined && rows > 1 ? (
          <TextArea className="w-input" rows={rows} placeholder={placeholder} />
        ) : (
          <Input className="w-input" placeholder={placeholder} />
        )}
        {suffix}
      </span>
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  );
}

/** The description and the error under a field, inside any RAC field. */
export function FieldNotes({ description, error }: Omit<FieldTexts, 'label'>) {
  return (
    <>
      {description && error === undefined && (
        <Text slot="description" className="w-description">
          {description}
        </Text>
      )}
      <FieldError className="w-field-error">{error}</FieldError>
    </>
  );
}
