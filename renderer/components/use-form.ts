import { type FormEvent, useState } from 'react';
import type { CallError } from '../bridge/bridge.ts';
import { useErrorWords } from './error-text.tsx';
import { useFocusWrong } from './use-focus-wrong.ts';

/** What a form knows of one field; spread it on a TextField. */
export interface FieldState {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}

/** Texts of what is wrong, by field; no text: nothing is. */
type Problems<F extends string> = Readonly<Partial<Record<NoInfer<F>, string | undefined>>>;
type Marks = Readonly<Record<string, string | undefined>>;

interface FormOptions<F extends string> {
  readonly empty: Readonly<Record<F, string>>;
  /** What is wrong before anything is sent; called at every attempt and change, without effects. */
  readonly check: (values: Readonly<Record<F, string>>) => Problems<F>;
  /** Sends what was filled in; resolves with why it was refused, or undefined when it was done. */
  readonly send: (values: Readonly<Record<F, string>>) => Promise<CallError | undefined>;
  /** Texts of a refusal at the fields it is about; left out, or without texts: the field that the refusal names. */
  readonly placed?: (error: CallError) => Problems<F>;
  /** Fields that are emptied when the attempt was refused, such as a wrong passphrase. */
  readonly forget?: readonly NoInfer<F>[];
}

interface Form<F extends string> {
  readonly field: (name: F) => FieldState;
  /** A refusal that is about no field. */
  readonly error: CallError | undefined;
  readonly isPending: boolean;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  /** Fills in all fields and sends them. */
  readonly sendThese: (values: Readonly<Record<F, string>>) => void;
}

/**
 * A form that marks every wrong field and brings the focus to the first. A mark goes when its field changes or when a
 * change elsewhere mends it, and every mark and refusal goes when the next attempt starts. One attempt at a time.
 */
export function useForm<F extends string>(options: FormOptions<F>): Form<F> {
  const { check, forget = [] } = options;
  const words = useErrorWords();
  const focusWrong = useFocusWrong();
  const [values, setValues] = useState(options.empty);
  const [problems, setProblems] = useState<Marks>({});
  const [error, setError] = useState<CallError>();
  const [isPending, setPending] = useState(false);

  function place(refusal: CallError): Marks {
    const own: Marks = options.placed?.(refusal) ?? {};
    if (Object.values(own).some(Boolean)) return own;
    const { what, now } = words(refusal);
    const { field } = refusal;
    return field !== undefined && field in values ? { [field]: `${what} ${now}` } : {};
  }

  function refuse(why: Marks, form: HTMLFormElement | undefined): boolean {
    setProblems(why);
    if (form) focusWrong(form);
    return Object.values(why).some(Boolean);
  }

  async function attempt(wanted: Readonly<Record<F, string>>, form?: HTMLFormElement): Promise<void> {
    if (isPending) return;
    setError(undefined);
    if (refuse(check(wanted), form)) return;
    setPending(true);
    const refusal = await options.send(wanted);
    setPending(false);
    if (!refusal) return;
    setValues((now) => ({ ...now, ...Object.fromEntries(forget.map((name) => [name, ''])) }));
    if (!refuse(place(refusal), form)) setError(refusal);
  }

  function change(name: F, value: string): void {
    const before: Marks = check(values);
    const after: Marks = check({ ...values, [name]: value });
    const mended = Object.keys(values).filter(
      (other) => other === name || (problems[other] === before[other] && after[other] === undefined),
    );
    // Two fields can change within one drawing (a browser's autofill); the second must not undo the first.
    setValues((now) => ({ ...now, [name]: value }));
    setProblems((now) => ({ ...now, ...Object.fromEntries(mended.map((other) => [other, undefined])) }));
    setError(undefined);
  }

  return {
    field: (name) => ({
      value: values[name],
      onChange: (value) => change(name, value),
      error: problems[name],
    }),
    error,
    isPending,
    onSubmit(event) {
      event.preventDefault();
      void attempt(values, event.currentTarget);
    },
    sendThese(wanted) {
      setValues(wanted);
      void attempt(wanted);
    },
  };
}
