import { useEffect, useState } from 'react';
import type { Product } from '../../../../shared/domain/product.ts';
import type { CallError } from '../../../bridge/bridge.ts';
import { useCounter } from '../../../state/context.tsx';

/** The product catalogue of the municipality; undefined until it is fetched. */
export function useProducts(): {
  readonly products: readonly Product[] | undefined;
  readonly error: CallError | undefined;
} {
  const { ask } = useCounter();
  const [products, setProducts] = useState<readonly Product[]>();
  const [error, setError] = useState<CallError>();
  useEffect(() => {
    let left = false;
    void ask('visits.products', {}, { quiet: true }).then((answer) => {
      if (left) return;
      if (answer.ok) setProducts(answer.value);
      else setError(answer.error);
    });
    return () => {
      left = true;
    };
  }, [ask]);
  return { products, error };
}
