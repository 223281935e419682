import { useEffect, useRef } from 'react';

/**
 * Hears a key of the page that has many forms (Alt+1 to Alt+9), and so is no action of the table of keys. `run` gives
 * whether it used the key. Not heard while a dialog is open over the page.
 */
export function usePageKey(run: (event: KeyboardEvent) => boolean): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.repeat || document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return;
      if (!latest.current(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}

/** The number of the product that Alt with a digit asks for, from 1; undefined for other keys. */
export function digitOf(
  event: Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'shiftKey'>,
): number | undefined {
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
  return digit === undefined || !event.altKey || event.ctrlKey || event.shiftKey ? undefined : Number(digit);
}
