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
  ['postcode', 'houseNumber', 'houseLetter', 'addition'],
  ['mrz'],
];

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
              inputMode={field === 'bsn' || field === 'houseNumber' ? 'numeric' : 'text'}
              maxLength={field === 'mrz' ? 200 : field === 'houseLetter' ? 1 : field === 'addition' ? 4 : 200}
              {...(field === 'birthDate' ? { placeholder: t('identify.dateHint') } : {})}
              error={wrong[field] && t(`identify.problem.${wrong[field]}`)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
