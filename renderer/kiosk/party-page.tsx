import { useState } from 'react';
import type { KioskGroup, KioskLanguage } from '../../shared/contract/kiosk.ts';
import { CHECK_IN_TEXTS } from './check-in-texts.ts';
import { PARTY_TEXTS } from './party-texts.ts';

/** The last of them is "or more". */
const COUNTS = [1, 2, 3, 4, 5];

/** Whether something is to be read or said before a number of this group is given. */
export function asksFirst({
  askPersons,
  askAlso,
  bring,
}: Pick<KioskGroup, 'askPersons' | 'askAlso' | 'bring'>): boolean {
  return askPersons || askAlso || (bring.nl ?? []).length > 0;
}

/** What to have at hand, and with how many: before the number, so that nobody waits in vain. One touch goes on. */
export function PartyPage(props: {
  readonly group: KioskGroup;
  /** The other groups that give a number now. */
  readonly others: readonly KioskGroup[];
  readonly language: KioskLanguage;
  readonly isBusy: boolean;
  readonly onTake: (party: { readonly persons: number; readonly also: string[] }) => void;
  readonly onBack: () => void;
}) {
  const { group, language, isBusy } = props;
  const texts = PARTY_TEXTS[language];
  const [also, setAlso] = useState<string[]>([]);
  return (
    <section className="k-party">
      <h1>
        <Translated of={group.names} language={language} />
      </h1>
      <div className="k-before">
        <Bring group={group} language={language} />
        {group.askAlso && <Also {...props} chosen={also} onChoose={setAlso} />}
      </div>
      <div className="k-how-many">
        {group.askPersons ? (
          <>
            <h2 id="how-many">{texts.howMany}</h2>
            <div className="k-persons" role="group" aria-labelledby="how-many">
              {COUNTS.map((count) => (
                <button
                  key={count}
                  type="button"
                  className="k-key"
                  disabled={isBusy}
                  onClick={() => props.onTake({ persons: count, also })}
                >
                  {count === COUNTS.length ? texts.orMore(count) : count}
                </button>
              ))}
            </div>
          </>
        ) : (
          <button
            type="button"
            className="k-ready"
            disabled={isBusy}
            onClick={() => props.onTake({ persons: 1, also })}
          >
            {texts.take}
          </button>
        )}
        <button type="button" className="k-ready k-quiet" onClick={props.onBack}>
          {CHECK_IN_TEXTS[language].back}
        </button>
      </div>
    </section>
  );
}

function Also(props: {
  readonly others: readonly KioskGroup[];
  readonly language: KioskLanguage;
  readonly chosen: readonly string[];
  readonly onChoose: (letters: string[]) => void;
}) {
  const { others, chosen } = props;
  if (others.length === 0) return null;
  const toggle = (letter: string) =>
    props.onChoose(chosen.includes(letter) ? chosen.filter((one) => one !== letter) : [...chosen, letter]);
  return (
    <>
      <h2 id="also">{PARTY_TEXTS[props.language].also}</h2>
      <div className="k-also" role="group" aria-labelledby="also">
        {others.map(({ letter, names }) => (
          <button
            key={letter}
            type="button"
            aria-pressed={chosen.includes(letter)}
            onClick={() => toggle(letter)}
          >
            <Translated of={names} language={props.language} />
          </button>
        ))}
      </div>
    </>
  );
}

function Bring({ group, language }: { readonly group: KioskGroup; readonly language: KioskLanguage }) {
  const lines = group.bring[language] ?? group.bring.nl ?? [];
  if (lines.length === 0) return null;
  const texts = PARTY_TEXTS[language];
  return (
    <div className="k-bring">
      <h2>{texts.bring}</h2>
      <ul {...(group.bring[language] === undefined && IN_DUTCH)}>
        {lines.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <p>{texts.missing}</p>
    </div>
  );
}

const IN_DUTCH = { lang: 'nl', dir: 'ltr' } as const;

/** A name in the language of the page, or else in Dutch. */
function Translated(props: { readonly of: KioskGroup['names']; readonly language: KioskLanguage }) {
  const name = props.of[props.language];
  return <span {...(name === undefined && IN_DUTCH)}>{name ?? props.of.nl}</span>;
}
