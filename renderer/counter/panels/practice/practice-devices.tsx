import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../../shared/contract/index.ts';
import type { PracticeRole, PracticeState } from '../../../../shared/contract/workstation.ts';
import { CheckField, RadioField } from '../../../components/choices.tsx';
import { useCounter, useCounterState } from '../../../state/context.tsx';

type Paper = CallInput<'practice.setPaper'>['paper'];
type PaperRole = CallInput<'practice.setPaper'>['role'];

const PAPERS: readonly Paper[] = ['ok', 'near', 'out'];
const ROLES: readonly PracticeRole[] = [
  'document-reader',
  'code-scanner',
  'receipt-printer',
  'ticket-dispenser',
  'payment-terminal',
  'signature-pad',
];

/** The paper in the printers, the network, and which cables are in. */
export function PracticeDevices({ state }: { readonly state: PracticeState }) {
  const { t } = useTranslation(['practice', 'devices']);
  const { ask } = useCounter();
  const devices = useCounterState((counter) => counter.devices.value?.devices);
  const isPlugged = (role: PracticeRole) => devices?.find((device) => device.role === role)?.state !== 'gone';
  return (
    <section className="w-stack" aria-label={t('failures')}>
      <h3>{t('failures')}</h3>
      <PaperOf role="receipt-printer" value={state.paper.receiptPrinter} />
      <PaperOf role="ticket-dispenser" value={state.paper.ticketDispenser} />
      <RadioField
        label={t('network')}
        orientation="horizontal"
        options={[
          { value: 'up', label: t('up') },
          { value: 'unreliable', label: t('unreliable') },
          { value: 'away', label: t('away') },
        ]}
        value={state.network}
        onChange={(network) => void ask('practice.setNetwork', { network })}
      />
      <div className="w-field">
        <span className="w-label">{t('cables')}</span>
        {ROLES.map((role) => (
          <CheckField
            key={role}
            isSelected={isPlugged(role)}
            onChange={(plugged) => void ask('practice.unplug', { role, plugged })}
          >
            {t('pluggedIn', { device: t(`devices:role.${role}`) })}
          </CheckField>
        ))}
      </div>
    </section>
  );
}

function PaperOf({ role, value }: { readonly role: PaperRole; readonly value: Paper }) {
  const { t } = useTranslation(['practice', 'devices']);
  const { ask } = useCounter();
  return (
    <RadioField
      label={t('paperOf', { device: t(`devices:role.${role}`) })}
      orientation="horizontal"
      options={PAPERS.map((paper) => ({ value: paper, label: t(`paper.${paper}`) }))}
      value={value}
      onChange={(paper) => void ask('practice.setPaper', { role, paper })}
    />
  );
}
