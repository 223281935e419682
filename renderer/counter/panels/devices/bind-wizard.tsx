import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundDevice } from '../../../../shared/contract/device-discovery.ts';
import { DeviceRole } from '../../../../shared/contract/device-protocol.ts';
import type { CallOutput } from '../../../../shared/contract/index.ts';
import { Button } from '../../../components/button.tsx';
import { SelectField } from '../../../components/choices.tsx';
import { Message } from '../../../components/message.tsx';
import { useCounter, useCounterState } from '../../../state/context.tsx';
import { forIt } from './device-advice.ts';
import { EndpointFields } from './endpoint-fields.tsx';
import { SettingFields } from './setting-fields.tsx';
import { useBindingForm } from './use-binding-form.ts';
import type { DeviceSetup } from './use-device-setup.ts';

/** With what the wizard begins: a role, a device that was found, both or nothing. */
export interface WizardStart {
  readonly role?: DeviceRole;
  readonly device?: FoundDevice;
}

export interface BindWizardProps {
  readonly setup: DeviceSetup;
  readonly start: WizardStart;
  readonly onDone: () => void;
}

/** Binds a role by trying: what for, which device, does it answer; only a device that answered is kept. */
export function BindWizard({ setup, start, onDone }: BindWizardProps) {
  const { t } = useTranslation(['devices', 'common']);
  const { ask, run } = useCounter();
  const form = useBindingForm(setup, start);
  const [tries, setTries] = useState(false);
  const [trial, setTrial] = useState<{
    /** The binding as text: each look around makes it anew. */
    readonly of: string;
    readonly outcome: CallOutput<'devices.try'>;
  }>();
  const saves = useCounterState((state) => state.busy.has('devices.bind'));
  const { binding, card } = form;
  const outcome = trial?.of === JSON.stringify(binding) ? trial?.outcome : undefined;
  const roles = DeviceRole.options.filter((role) => setup.drivers.some((driver) => driver.role === role));
  const tryOut = async () => {
    if (!binding) return;
    setTries(true);
    const answer = await ask('devices.try', { binding });
    setTries(false);
    if (answer.ok) setTrial({ of: JSON.stringify(binding), outcome: answer.value });
  };
  const save = async () => {
    if (!binding) return;
    const answer = await run('devices.bind', { binding });
    if (answer.ok) onDone();
  };
  return (
    <div className="w-stack">
      <div className="w-device-choice">
        <SelectField
          label={t('wizard.role')}
          options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
          value={form.role}
          onChange={form.setRole}
          autoFocus
        />
        <SelectField
          label={t('wizard.driver')}
          options={form.cards.map(({ name }) => ({ value: name, label: name }))}
          value={card?.name ?? null}
          onChange={form.setDriver}
          isDisabled={form.cards.length === 0}
        />
      </div>
      {card?.endpoints.map((endpoint) => (
        <EndpointFields
          key={`${card.name} ${endpoint.name}`}
          endpoint={endpoint}
          driver={card.name}
          found={setup.found ?? []}
          value={form.places[endpoint.name]}
          onChange={(place) => form.setPlace(endpoint.name, place)}
        />
      ))}
      {card && <SettingFields settings={card.settings} values={form.settings} onChange={form.setSetting} />}
      {outcome && (
        <Message
          tone={outcome.ok ? 'ok' : 'bad'}
          role="status"
          title={t(outcome.ok ? 'wizard.works' : 'wizard.fails', {
            reason: outcome.reason ? t(`reason.${outcome.reason}`) : '',
          })}
        >
          <p>{[outcome.identity, outcome.detail].filter(Boolean).join(' · ')}</p>
          {forIt(outcome.reason) && <p>{t(`it.${forIt(outcome.reason) ?? 'noService'}`)}</p>}
        </Message>
      )}
      <div className="w-row">
        <Button onPress={onDone}>{t('common:cancel')}</Button>
        <Button
          className="w-push"
          variant={outcome?.ok ? 'secondary' : 'primary'}
          isPending={tries}
          isDisabled={!binding}
          onPress={() => void tryOut()}
        >
          {t('wizard.try')}
        </Button>
        <Button
          variant={outcome?.ok ? 'primary' : 'secondary'}
          isPending={saves}
          isDisabled={!outcome?.ok || tries}
          onPress={() => void save()}
        >
          {t('wizard.save')}
        </Button>
      </div>
      <p className="w-soft w-small">{t('wizard.where')}</p>
    </div>
  );
}
