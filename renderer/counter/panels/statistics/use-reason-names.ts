import { useTranslation } from 'react-i18next';
import { NoShowReason } from '../../../../shared/contract/hall.ts';

/** Why visitors did not come, by the reason of the report; of before reasons were asked it is not known. */
export function useReasonNames(): (reason: string) => string {
  const { t } = useTranslation('hall');
  return (reason) => {
    const known = NoShowReason.safeParse(reason);
    return known.success ? t(`noShowWhy.${known.data}`) : t('noShowWhy.unknown');
  };
}
