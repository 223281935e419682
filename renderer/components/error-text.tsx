import { useTranslation } from 'react-i18next';
import { PRODUCT_OBSTACLES } from '../../shared/domain/product-rules.ts';
import type { CallError } from '../bridge/bridge.ts';
import { Message } from './message.tsx';
import { TechnicalDetail } from './technical-detail.tsx';

interface ErrorWords {
  readonly what: string;
  readonly safe: string;
  readonly now: string;
  /** For IT: the field and the reason as the core names them. */
  readonly details?: string;
}

/** The words for a failure; a product that is refused has its own for each reason, and never shows the bare reason. */
export function useErrorWords(): (error: CallError) => ErrorWords {
  const { t } = useTranslation(['errors', 'refusals']);
  return (error) => {
    const { code, field, detail } = error;
    if (code === 'productNotPossible') {
      const reason = PRODUCT_OBSTACLES.find((one) => one === detail);
      return reason
        ? {
            what: t(`refusals:${reason}.what`),
            safe: t(`refusals:${reason}.safe`),
            now: t(`refusals:${reason}.now`),
          }
        : { what: t(`${code}.what`), safe: t(`${code}.safe`), now: t(`${code}.now`) };
    }
    const details = [field, detail].filter(Boolean).join(': ');
    return { what: t(`${code}.what`), safe: t(`${code}.safe`), now: t(`${code}.now`), details };
  };
}

/** A failure in words: what happened (the title), what is safe, what to do now; folded, what IT may ask for. */
export function ErrorText({ error }: { readonly error: CallError }) {
  const { safe, now, details } = useErrorWords()(error);
  return (
    <>
      {safe} {now}
      <TechnicalDetail text={details} />
    </>
  );
}

/** A failure in the page, read aloud at once. */
export function ErrorMessage({ error }: { readonly error: CallError }) {
  const words = useErrorWords();
  return (
    <Message tone="bad" role="alert" title={words(error).what}>
      <ErrorText error={error} />
    </Message>
  );
}
