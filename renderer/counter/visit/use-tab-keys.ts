import { useEffect, useRef } from 'react';
import type { VisitView } from '../../../shared/contract/visits.ts';
import { useDesk } from './desk/desk-context.tsx';
import { firstOpenPlace, type Place } from './steps/places.ts';

/** Alt+1 to Alt+9 go to the product with that number; not while a dialog is open over the page. */
export function useTabKeys(visit: VisitView, place: Place): void {
  const desk = useDesk();
  const go = (index: number): boolean => {
    const transaction = visit.transactions[index];
    if (transaction === undefined) return false;
    desk.goTo(firstOpenPlace(transaction) ?? { kind: 'payment' }, place);
    return true;
  };
  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
      if (digit === undefined || !event.altKey || event.ctrlKey || event.shiftKey) return;
      if (document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return;
      if (latest.current(Number(digit) - 1)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
