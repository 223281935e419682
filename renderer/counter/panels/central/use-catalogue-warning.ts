import { useCallback, useEffect, useState } from 'react';
import type { CatalogueWarning } from '../../../../shared/contract/central-check.ts';
import { useCounter, useCounterState } from '../../../state/context.tsx';

/** What the daily check of the zaaktypen found, for an administrator; undefined for others, and until it is known. */
export function useCatalogueWarning(): CatalogueWarning | undefined {
  const { ask, onPush } = useCounter();
  const isOurs = useCounterState(
    ({ connection, session }) =>
      connection === 'connected' &&
      session.value?.stage === 'active' &&
      session.value.staff?.role === 'administrator',
  );
  const [warning, setWarning] = useState<CatalogueWarning>();
  const look = useCallback(async () => {
    const answer = await ask('central.warning', {}, { quiet: true });
    if (answer.ok) setWarning(answer.value);
  }, [ask]);
  useEffect(() => {
    if (!isOurs) return undefined;
    void look();
    return onPush(({ name }) => {
      if (name === 'central.changed') void look();
    });
  }, [look, onPush, isOurs]);
  return isOurs ? warning : undefined;
}
