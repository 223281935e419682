import { useCallback, useEffect, useRef, useState } from 'react';
import type { KioskCheckIn, KioskLanguage } from '../../shared/contract/kiosk.ts';
import type { Bridge } from '../bridge/bridge.ts';

/** A reader types a code faster than people do: what comes slower, while no number is asked for, is no code. */
const SCAN_GAP_MS = 300;
const MOST = 200;
/** What a person types; a reader may type any text. */
const TYPED_NUMBER = /^\d{1,12}$/;

interface Refused {
  readonly why: Exclude<KioskCheckIn, { outcome: 'checkedIn' }>;
  readonly number: string;
}

export interface CheckIn {
  /** Whether the page asks for the number of an appointment. */
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly code: string;
  /** The number that was refused, as long as nothing else is typed: who typed it sees what he typed. */
  readonly refusedNumber: string;
  readonly type: (digit: string) => void;
  readonly erase: () => void;
  readonly submit: () => void;
  readonly isBusy: boolean;
  /** Why there is no number yet. */
  readonly refusal: Refused['why'] | undefined;
  readonly close: () => void;
}

/**
 * Checking in for an appointment: by the keys on the page, a keyboard, or a reader that types a code and Enter; a reader
 * is heard on the first page too.
 */
export function useCheckIn(deps: {
  readonly call: Bridge['call'];
  readonly mintId: () => string;
  readonly language: KioskLanguage;
  /** Whether a code may be typed now. */
  readonly isHeard: boolean;
  readonly onCheckedIn: (checkedIn: Extract<KioskCheckIn, { outcome: 'checkedIn' }>) => void;
  readonly onAway: () => void;
}): CheckIn {
  const { call, mintId, language, isHeard, onCheckedIn, onAway } = deps;
  const [isOpen, setOpen] = useState(false);
  const [code, setCode] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  /** Which opening of the page it is: who went back hears no refusal any more, and neither does who comes next. */
  const opening = useRef(0);
  const close = useCallback(() => {
    opening.current += 1;
    setOpen(false);
    setBusy(false);
    setCode('');
    setRefused(undefined);
  }, []);

  const submit = useCallback(
    async (typed: string): Promise<void> => {
      if (typed === '') return;
      setBusy(true);
      setOpen(true);
      const asked = opening.current;
      const answer = await call('kiosk.checkIn', {
        commandId: mintId(),
        code: typed.slice(0, MOST),
        language,
      });
      const outcome = answer.ok ? answer.value : undefined;
      // A ticket that was given is shown, whatever happened meanwhile: it lies there on paper.
      if (outcome?.outcome === 'checkedIn') {
        close();
        onCheckedIn(outcome);
        return;
      }
      if (asked !== opening.current) return;
      setBusy(false);
      setCode('');
      if (outcome === undefined) {
        close();
        onAway();
        return;
      }
      setRefused({ why: outcome, number: TYPED_NUMBER.test(typed) ? typed : '' });
    },
    [call, close, mintId, language, onAway, onCheckedIn],
  );
  const typed = useCallback((text: string) => {
    setRefused(undefined);
    setCode((before) => (before + text).slice(0, MOST));
  }, []);

  const scanned = useRef({ text: '', at: 0 });
  useEffect(() => {
    if (!isHeard || isBusy) return undefined;
    const hear = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const { text, at } = scanned.current;
      const now = performance.now();
      const before = now - at > SCAN_GAP_MS ? '' : text;
      const whole = isOpen ? code : before;
      if (event.key === 'Enter' && whole.length > 2) {
        // Not also a press on the button that has the focus.
        event.preventDefault();
        scanned.current = { text: '', at: 0 };
        void submit(whole);
      } else if (event.key === 'Backspace') setCode((shown) => shown.slice(0, -1));
      else if (event.key.length === 1 && event.key !== ' ') {
        scanned.current = { text: before + event.key, at: now };
        if (isOpen) typed(event.key);
      }
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [code, isBusy, isHeard, isOpen, submit, typed]);

  return {
    isOpen,
    open: () => setOpen(true),
    code,
    refusedNumber: refused?.number ?? '',
    type: typed,
    erase: () => setCode((shown) => shown.slice(0, -1)),
    submit: () => void submit(code),
    isBusy,
    refusal: refused?.why,
    close,
  };
}
