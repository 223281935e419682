import type { ReactNode } from 'react';
import { type Tone, ToneIcon } from './badge.tsx';

export interface MessageProps {
  readonly tone: Tone;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Read aloud when it appears: at once for failures (`alert`), else politely (`status`). Leave out when it is there from the start. */
  readonly role?: 'alert' | 'status';
}

/** A message in the page: a warning about the person, a failure of this form, advice. */
export function Message({ tone, title, children, actions, role }: MessageProps) {
  return (
    <div className={`w-message w-message-${tone}`} role={role}>
      <ToneIcon tone={tone} size={20} />
      <div className="w-message-body">
        {title && <strong>{title}</strong>}
        {children && <div>{children}</div>}
      </div>
      {actions && <div className="w-row">{actions}</div>}
    </div>
  );
}
