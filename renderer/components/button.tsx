import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Key } from './key.tsx';

/** primary: the one next thing to do; done: finishes and records; danger: takes something away; quiet: in a line of text. */
export type ButtonVariant = 'primary' | 'secondary' | 'done' | 'danger' | 'quiet';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  readonly variant?: ButtonVariant;
  readonly icon?: LucideIcon;
  /** The key that does the same, shown on the button. */
  readonly keys?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A button. `isPending` keeps it in place and announces that it works; pressing it again then does nothing. */
export function Button({
  variant = 'secondary',
  icon: Icon,
  keys,
  className,
  children,
  ...props
}: ButtonProps) {
  const classes = ['w-button', `w-button-${variant}`, className].filter(Boolean).join(' ');
  return (
    <AriaButton {...props} className={classes}>
      {Icon && <Icon size={18} aria-hidden className="w-icon" />}
      <span className="w-button-text">{children}</span>
      {keys && <Key combo={keys} />}
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  readonly icon: LucideIcon;
  /** What it does; there is no visible text. */
  readonly label: string;
}

/** A button with only a picture, for closing and dismissing. */
export function IconButton({ icon: Icon, label, ...props }: IconButtonProps) {
  return (
    <AriaButton {...props} aria-label={label} className="w-button w-button-quiet w-button-icon">
      <Icon size={18} aria-hidden />
    </AriaButton>
  );
}
