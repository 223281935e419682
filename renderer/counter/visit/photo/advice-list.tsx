import { useTranslation } from 'react-i18next';
import { Badge, ToneIcon } from '../../../components/badge.tsx';
import type { PhotoLook } from './photo-look.ts';

/** What is to be said about the photo now, each with its reason. The clerk decides. */
export function AdviceList({ look }: { readonly look: PhotoLook | undefined }) {
  const { t } = useTranslation('visit');
  return (
    <section className="v-advice" aria-label={t('photo.adviceTitle')}>
      <div className="w-row">
        <strong>{t('photo.adviceTitle')}</strong>
        <State look={look} />
      </div>
      {look?.head && (
        <p className="w-small w-soft">
          {t('photo.measured', { mm: Math.round(look.head.height), degrees: Math.round(look.head.roll) })}
        </p>
      )}
      <ul>
        {look?.advice.map(({ code, values }) => (
          <li key={code}>
            <ToneIcon tone="warn" />
            <span>{t(`photo.advice.${code}`, values)}</span>
          </li>
        ))}
      </ul>
      {look?.faces === null && <p className="w-small">{t('photo.notLooked')}</p>}
    </section>
  );
}

function State({ look }: { readonly look: PhotoLook | undefined }) {
  const { t } = useTranslation('visit');
  if (look === undefined) return <Badge>{t('photo.looking')}</Badge>;
  if (look.faces === null) return <Badge>{t('photo.lookYourself')}</Badge>;
  if (look.advice.length === 0) return <Badge tone="ok">{t('photo.fine')}</Badge>;
  return <Badge tone="warn">{t('photo.points', { count: look.advice.length })}</Badge>;
}
