import { useTranslation } from 'react-i18next';
import { CheckField, SelectField } from '../../../components/choices.tsx';
import { TextField } from '../../../components/fields.tsx';
import type { MessageForm } from './use-message.ts';

/** Whether the visitor wants a message, by e-mail, text message or both. */
export function MessageFields(form: MessageForm) {
  const { t } = useTranslation('messages');
  const { rows, what, webForms, webFormOf } = form;
  if (rows.length === 0) return null;
  const isWanted = rows.some(({ wants }) => wants);
  return (
    <div className="v-message" role="group" aria-label={t('title')}>
      <p>
        <span className="w-label">{t('title')}.</span>{' '}
        <span className="w-soft w-small">{t(`what.${what}`)}</span>
      </p>
      <div className="v-message-rows">
        {rows.map(({ channel, wants, address, problem }) => (
          <div key={channel} className="v-message-row">
            <CheckField isSelected={wants} onChange={(selected) => form.setWants(channel, selected)}>
              {t(`channel.${channel}`)}
            </CheckField>
            {wants && (
              <TextField
                label={t(`address.${channel}`)}
                type={channel === 'email' ? 'email' : 'tel'}
                autoComplete="off"
                // Ticked just now: the address comes next.
                autoFocus={address === ''}
                value={address}
                onChange={(typed) => form.setAddress(channel, typed)}
                maxLength={254}
                description={problem === 'empty' ? t('empty') : undefined}
                error={problem === undefined || problem === 'empty' ? undefined : t(`problem.${problem}`)}
              />
            )}
          </div>
        ))}
      </div>
      {isWanted && webForms.length > 0 && (
        <SelectField
          label={t('webForm')}
          placeholder={t('chooseWebForm')}
          options={webForms.map(({ productId, name }) => ({ value: productId, label: name }))}
          value={webFormOf}
          onChange={form.setWebForm}
        />
      )}
    </div>
  );
}
