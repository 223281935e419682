import { useTranslation } from 'react-i18next';
import type { CallError } from '../bridge/bridge.ts';
import { Message } from './message.tsx';

/** A failure in words: what happened (the title), what is safe, what to do now, and the named field if there is one. */
export function ErrorText({ error }: { readonly error: CallError }) {
  const { t } = useTranslation('errors');
  const details = [error.field, error.detail].filter(Boolean).join(': ');
  return (
    <>
      {t(`${error.code}.safe`)} {t(`${error.code}.now`)}
      {details && <small className="w-error-detail">{details}</small>}
    </>
  );
}

/** A failure in the page, read aloud at once. */
export function ErrorMessage({ error }: { readonly error: CallError }) {
  const { t } = useTranslation('errors');
  return (
    <Message tone="bad" role="alert" title={t(`${error.code}.what`)}>
      <ErrorText error={error} />
    </Message>
  );
}
