import { useTranslation } from 'react-i18next';
import { TextField } from '../../../components/fields.tsx';
import {
  type IdentityField,
  type IdentityRow,
  rowOf,
  type TypedIdentity,
  type WrongFields,
} from './typed-identity.ts';

const ROWS: readonly (readonly IdentityField[])[] = [
  ['bsn'],
  ['surname', 'birthDate', 'givenNames'],
  ['postcode', 'street', 'houseNumber', 'houseLetter', 'addition'],
  ['municipality'],
  ['mrz'],
];

const NUMERIC: readonly IdentityField[] = ['bsn', 'houseNumber', 'municipality'];
const LONGEST: Readonly<Partial<Record<IdentityField, number>>> = {
  street: 80,
  houseLetter: 1,
  addition: 4,
  municipality: 4,
};

/** One row per way to find somebody. */
export function IdentityFields({
  typed,
  wrong,
  onType,
  onRow,
}: {
  readonly typed: TypedIdentity;
  readonly wrong: WrongFields;
  readonly onType: (field: IdentityField, value: string) => void;
  readonly onRow: (row: IdentityRow) => void;
}) {
  const { t } = useTranslation('visit');
  return (
    <div className="v-identity-rows">
      {ROWS.map((fields) => (
        <div key={fields[0]} className={`v-identity-row v-identity-${fields[0]}`}>
          {fields.map((field) => (
            <TextField
              key={field}
              label={t(`identify.${field}`)}
              value={typed[field]}
              onChange={(value) => onType(field, value)}
              onFocus={() => onRow(rowOf(field))}
              autoFocus={field === 'bsn'}
              autoComplete="off"
              spellCheck="false"
              inputMode={NUMERIC.includes(field) ? 'numeric' : 'text'}
              maxLength={LONGEST[field] ?? 200}
              {...(field === 'birthDate' ? { placeholder: t('identify.dateHint') } : {})}
              error={wrong[field] && t(`identify.problem.${wrong[field]}`)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
