import type { Persons } from './brp/persons.ts';
import { fullName } from './brp/names.ts';
import { objectOf, textOf } from './json.ts';

/** A test person to practise with. */
export interface TestPerson {
  readonly bsn: string;
  readonly name: string;
  /** YYYY-MM-DD; 00 for a part that is unknown. */
  readonly birthDate: string;
  /** Why this one is worth practising with, in Dutch, for the practice panel. */
  readonly note: string;
}

const CHOSEN: readonly (readonly [bsn: string, note: string])[] = [
  ['999990512', 'volwassene'],
  ['999993653', 'volwassene met de Franse nationaliteit'],
  ['999990275', 'volwassene met voorvoegsel'],
  ['999990172', 'naam met leestekens, verblijfstitel'],
  ['999996484', 'kind met twee ouders met gezag'],
  ['999990408', 'kind met een ouder met gezag'],
  ['999991607', 'ouder van minderjarige kinderen'],
  ['999990792', 'geheimhouding'],
  ['999990147', 'overleden'],
  ['999990822', 'onder curatele'],
  ['999990123', 'verhuisd naar het buitenland'],
  ['999990482', 'onvolledige geboortedatum, gegevens in onderzoek'],
  ['999992570', 'woont niet op het adres'],
  ['999990603', 'briefadres'],
  ['999990160', 'adellijke titel, onder curatele'],
];

/** The varied dozen that the practice panel offers; leaves out whom the file does not hold. */
export function chosenTestPersons(persons: Persons): readonly TestPerson[] {
  return CHOSEN.flatMap(([bsn, note]) => {
    const person = persons.find(bsn);
    if (!person) return [];
    const name = fullName(objectOf(person.naam), textOf(objectOf(person.geslacht).code));
    const birthDate = textOf(objectOf(person.geboorte).datum).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
    return [{ bsn, name, birthDate, note }];
  });
}
