import type { ReactNode } from 'react';

export interface CardProps {
  readonly title?: string;
  /** On the title's line, at the right. */
  readonly actions?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A sheet of paper on the ground, with an optional title; a region for screen readers when it has one. */
export function Card({ title, actions, className, children }: CardProps) {
  return (
    <section className={`w-card ${className ?? ''}`} aria-label={title}>
      {(title || actions) && (
        <header className="w-card-head">
          {title && <h2 className="w-section-title">{title}</h2>}
          {actions && <div className="w-row w-push">{actions}</div>}
        </header>
      )}
      {children}
    </section>
  );
}

/** One name and its value. */
export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

/** Names with their values, such as born, address, document. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="w-facts">
      {facts.map((fact) => (
        <div key={fact.name}>
          <dt>{fact.name}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What a list says when there is nothing in it. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <p className="w-empty">{children}</p>;
}
