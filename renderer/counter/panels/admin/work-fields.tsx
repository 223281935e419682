import { useTranslation } from 'react-i18next';
import type { StaffWork, WorkOptions } from '../../../../shared/contract/session.ts';
import { CheckField, SelectField } from '../../../components/choices.tsx';

/** No profile has this for an id. */
const OF_COUNTER = '-';

/** By which work profile somebody calls, and what he may do; nothing where the configuration has neither. */
export function WorkFields({
  options: { profiles, skills },
  value,
  onChange,
}: {
  readonly options: WorkOptions;
  readonly value: StaffWork;
  readonly onChange: (work: StaffWork) => void;
}) {
  const { t } = useTranslation('admin');
  const choose = (skill: string, isChosen: boolean) => {
    const others = value.skills?.filter((one) => one !== skill) ?? [];
    onChange({ ...value, skills: isChosen ? [...others, skill] : others });
  };
  return (
    <>
      {profiles.length > 0 && (
        <SelectField
          label={t('staff.profile')}
          options={[
            { value: OF_COUNTER, label: t('staff.profileOfCounter') },
            ...profiles.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={value.profile ?? OF_COUNTER}
          onChange={(id) => onChange({ ...value, profile: id === OF_COUNTER ? null : id })}
        />
      )}
      {skills.length > 0 && (
        <CheckField
          isSelected={value.skills === null}
          onChange={(isAll) => onChange({ ...value, skills: isAll ? null : skills })}
        >
          {t('staff.everySkill')}
        </CheckField>
      )}
      {value.skills !== null && (
        <fieldset className="w-field w-also">
          <legend className="w-label">{t('staff.skills')}</legend>
          {skills.map((skill) => (
            <CheckField
              key={skill}
              isSelected={value.skills?.includes(skill) === true}
              onChange={(isChosen) => choose(skill, isChosen)}
            >
              {skill}
            </CheckField>
          ))}
        </fieldset>
      )}
    </>
  );
}
