import { useTranslation } from 'react-i18next';
import { ToneIcon } from '../../../components/badge.tsx';
import { Button } from '../../../components/button.tsx';
import type { OpenPanel } from '../panel-names.ts';
import { useCatalogueWarning } from './use-catalogue-warning.ts';

/** In the status bar of an administrator: that zaken of some products cannot be finished, or soon cannot. */
export function CatalogueStatus({ onOpen }: { readonly onOpen: OpenPanel }) {
  const { t } = useTranslation('central');
  const warning = useCatalogueWarning();
  if (!warning || warning.catalogue.length + warning.products.length === 0) return null;
  const now = warning.products.filter(({ findings }) => findings.some(({ from }) => from === undefined));
  const soon = warning.products.length - now.length;
  return (
    <Button variant="quiet" onPress={() => onOpen('central')}>
      <span className="w-status-parts">
        {warning.catalogue.length > 0 && (
          <span className="w-status-device w-strong">
            <ToneIcon tone="bad" size={14} />
            {t('warning.catalogue')}
          </span>
        )}
        {now.length > 0 && (
          <span className="w-status-device w-strong">
            <ToneIcon tone="bad" size={14} />
            {t('warning.now', { count: now.length })}
          </span>
        )}
        {soon > 0 && (
          <span className="w-status-device w-strong">
            <ToneIcon tone="warn" size={14} />
            {t('warning.soon', { count: soon })}
          </span>
        )}
      </span>
    </Button>
  );
}
