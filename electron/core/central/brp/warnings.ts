import type { PersonWarning } from '../../../../shared/contract/person-view.ts';
import type { Person } from './answer.ts';

/** Redenen opschorting bijhouding: tabel of the Logisch Ontwerp BRP. */
const SUSPENDED: Readonly<Record<string, PersonWarning>> = {
  O: { code: 'overleden', severity: 'stop' },
  F: { code: 'fout', severity: 'stop' },
  E: { code: 'emigratie', severity: 'warn' },
  M: { code: 'ministerieelBesluit', severity: 'warn' },
  R: { code: 'rni', severity: 'warn' },
};

/** Everything about a person that a clerk must see before he helps, gravest first. */
export function warningsOf(person: Person, minor: boolean): PersonWarning[] {
  const { opschortingBijhouding, adressering } = person;
  const warnings: PersonWarning[] = [];
  if (opschortingBijhouding)
    warnings.push(
      SUSPENDED[opschortingBijhouding.reden?.code ?? ''] ?? { code: 'opgeschort', severity: 'warn' },
    );
  if (person.geheimhoudingPersoonsgegevens) warnings.push({ code: 'geheimhouding', severity: 'warn' });
  if (person.indicatieCurateleRegister) warnings.push({ code: 'curatele', severity: 'warn' });
  if (adressering?.indicatieVastgesteldVerblijftNietOpAdres)
    warnings.push({ code: 'verblijftNietOpAdres', severity: 'warn' });
  if (isInResearch(person)) warnings.push({ code: 'inOnderzoek', severity: 'warn' });
  if (minor) warnings.push({ code: 'minderjarig', severity: 'info' });
  const order = ['stop', 'warn', 'info'];
  return warnings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

/** `inOnderzoek` stands beside the data it is about, so it can be at any of these places. */
function isInResearch(person: Person): boolean {
  return [person, person.naam, person.geboorte, person.adressering].some(
    (part) => part?.inOnderzoek !== undefined,
  );
}
