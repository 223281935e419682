import { useTranslation } from 'react-i18next';
import type { VisitView } from '../../../../shared/contract/visits.ts';
import { addDays, formatDutchDate } from '../../../../shared/domain/dates.ts';
import { Button } from '../../../components/button.tsx';
import { Message } from '../../../components/message.tsx';
import { useCounterState } from '../../../state/context.tsx';
import { useToday } from '../clock.ts';
import { SOON_DAYS } from '../identify/person-facts.tsx';
import { useAddProduct } from '../products/use-add-product.ts';
import { useProducts } from '../products/use-products.ts';

const HELPS = {
  passport: 'paspoort',
  identityCard: 'identiteitskaart',
  drivingLicence: 'rijbewijs',
} as const;

/** A document that ends soon or has ended, with the product that helps: one press adds it. */
export function DocumentAdvice({ visit }: { readonly visit: VisitView }) {
  const { t } = useTranslation('klantbeeld');
  const addProduct = useAddProduct(visit);
  const isAdding = useCounterState((state) => state.busy.has('visits.addProduct'));
  const today = useToday();
  const { products } = useProducts();
  const { document, transactions } = visit;
  if (document === null || document.kind === 'other' || document.expiryDate === null) return null;
  if (document.expiryDate > addDays(today, SOON_DAYS)) return null;
  const helps = products?.find(({ id }) => id === HELPS[document.kind as keyof typeof HELPS]);
  // He is being helped with it already.
  if (!helps || transactions.some(({ product }) => product.id === helps.id)) return null;
  return (
    <Message
      tone="info"
      actions={
        <Button variant="quiet" isPending={isAdding} onPress={() => void addProduct(helps)}>
          {t('addProduct', { product: helps.name })}
        </Button>
      }
    >
      {t(document.expired ? 'documentEnded' : 'documentEnds', {
        date: formatDutchDate(document.expiryDate),
      })}
    </Message>
  );
}
