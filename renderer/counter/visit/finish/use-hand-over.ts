import { useEffect, useState } from 'react';
import type { HandOverTarget, Signal } from '../../../../shared/contract/hand-over.ts';
import type { CallInput } from '../../../../shared/contract/index.ts';
import type { VisitOutcome } from '../../../../shared/contract/visits.ts';
import { phoneNumber } from '../../../../shared/domain/phone.ts';
import { useCounter } from '../../../state/context.tsx';

export type SignalKind = Signal['kind'] | 'none';

/** What the clerk fills in to hand over, and of a complaint, report or idea. */
export interface HandOverForm {
  readonly targets: readonly HandOverTarget[];
  readonly target: HandOverTarget | undefined;
  readonly setTarget: (targetId: string) => void;
  readonly callBack: boolean;
  readonly setCallBack: (callBack: boolean) => void;
  readonly phone: string;
  readonly setPhone: (phone: string) => void;
  readonly answers: readonly string[];
  readonly setAnswer: (index: number, answer: string) => void;
  readonly signal: SignalKind;
  readonly setSignal: (kind: SignalKind) => void;
  readonly signalText: string;
  readonly setSignalText: (text: string) => void;
  /** There is enough in it to be a contact without a note. */
  readonly saysEnough: boolean;
  /** Nothing in it is half filled in. */
  readonly isRight: boolean;
  /** For "klaar". */
  readonly parts: Pick<CallInput<'transactions.commit'>, 'handOver' | 'signal'>;
}

/** Keeps what is filled in while the clerk tries another outcome; it counts for handing over alone. */
export function useHandOver(outcome: VisitOutcome): HandOverForm {
  const { ask } = useCounter();
  const [targets, setTargets] = useState<readonly HandOverTarget[]>([]);
  const [targetId, setTarget] = useState<string>();
  const [callBack, setCallBack] = useState(false);
  const [phone, setPhone] = useState('');
  const [answers, setAnswers] = useState<readonly string[]>([]);
  const [signal, setSignal] = useState<SignalKind>('none');
  const [signalText, setSignalText] = useState('');
  useEffect(() => {
    let left = false;
    void ask('visits.handOverTargets', {}, { quiet: true }).then((answer) => {
      if (!left && answer.ok) setTargets(answer.value);
    });
    return () => {
      left = true;
    };
  }, [ask]);

  const target = outcome === 'handedOver' ? targets.find((each) => each.targetId === targetId) : undefined;
  const number = callBack ? phoneNumber(phone) : null;
  const given = (target?.questions ?? []).map((_, index) => answers[index]?.trim() ?? '');
  const text = signalText.trim();
  const isSignalRight = signal === 'none' || text !== '';
  return {
    targets,
    target,
    setTarget: (id) => {
      setTarget(id);
      // Another one asks other questions.
      setAnswers([]);
    },
    callBack,
    setCallBack,
    phone,
    setPhone,
    answers,
    setAnswer: (index, answer) =>
      setAnswers((before) => {
        const after = [...before];
        after[index] = answer;
        return Array.from(after, (each) => each ?? '');
      }),
    signal,
    setSignal,
    signalText,
    setSignalText,
    saysEnough: given.some((answer) => answer !== '') || (signal !== 'none' && text !== ''),
    isRight: isSignalRight && (!target || !callBack || number !== null),
    parts: {
      ...(target && { handOver: { targetId: target.targetId, phone: number, answers: given } }),
      ...(signal !== 'none' && { signal: { kind: signal, text } }),
    },
  };
}
