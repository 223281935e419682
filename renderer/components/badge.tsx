import { CircleAlert, CircleCheck, CircleDashed, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

/** Colour always comes with a sign and words: nobody has to see the colour to know. */
export type Tone = 'neutral' | 'info' | 'ok' | 'warn' | 'bad';

const SIGNS: Readonly<Record<Tone, LucideIcon>> = {
  neutral: CircleDashed,
  info: Info,
  ok: CircleCheck,
  warn: TriangleAlert,
  bad: CircleAlert,
};

/** The sign of a tone, for use beside a text. */
export function ToneIcon({ tone, size = 16 }: { readonly tone: Tone; readonly size?: number }) {
  const Sign = SIGNS[tone];
  return <Sign size={size} aria-hidden className={`w-tone-icon w-tone-${tone}`} />;
}

/** A short state in a pill. */
export function Badge({
  tone = 'neutral',
  children,
}: {
  readonly tone?: Tone;
  readonly children: ReactNode;
}) {
  return (
    <span className={`w-badge w-badge-${tone}`}>
      <ToneIcon tone={tone} size={14} />
      {children}
    </span>
  );
}
