import { useTranslation } from 'react-i18next';

/** What only IT needs, folded under its name; nothing when there is nothing. */
export function TechnicalDetail({ text }: { readonly text: string | undefined }) {
  const { t } = useTranslation('common');
  if (!text) return null;
  return (
    <details className="w-technical">
      <summary>{t('technical')}</summary>
      {text}
    </details>
  );
}
