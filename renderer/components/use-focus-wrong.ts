import { useEffect, useState } from 'react';

/** The first thing to type or choose in what is marked as wrong. */
export const WRONG_FIELD = '[data-invalid] :is(input, textarea, button)';

/** Brings the focus to the first wrong field of a form, once that is marked. */
export function useFocusWrong(): (form: HTMLFormElement) => void {
  const [asked, setAsked] = useState<{ readonly form: HTMLFormElement }>();
  useEffect(() => asked?.form.querySelector<HTMLElement>(WRONG_FIELD)?.focus(), [asked]);
  return (form) => setAsked({ form });
}
