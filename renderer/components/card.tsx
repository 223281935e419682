import type { ReactNode } from 'react';

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
