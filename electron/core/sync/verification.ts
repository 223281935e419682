import { nameFits, otherSpelling, surnameFits } from '../../../shared/domain/name-spelling.ts';
import type { Asked, BrpAfterwards, BrpCandidate, CentralError } from '../central/index.ts';
import type { PersonAsker } from '../ports.ts';
import type { CommittedVisit, PersonRecord } from '../records.ts';

/** What the BRP says afterwards of a person who was helped on the document alone. */
export type Verification = 'verified' | 'notFound' | 'different';

/**
 * Asks the BRP, by number or else by name and full date of birth, the surname in both its spellings. A
 * `CentralError` when it did not say. More persons than one with that name and date is `different`: a person must look.
 *
 * `cannotAsk`: without a number, and with half a date of birth or a name that the BRP takes no question about, there is
 * nothing to ask. That says nothing of the person: he was neither looked for nor found different. The visit stays as it
 * was, not verified, and the clerk who is asked about it looks in the BRP himself.
 */
export async function verify(
  brp: BrpAfterwards,
  visit: CommittedVisit,
): Promise<Verification | 'cannotAsk' | CentralError> {
  const { person } = visit;
  if (!person) return 'cannotAsk';
  const context: PersonAsker = {
    staffId: visit.clerk.staffId,
    loginName: visit.clerk.loginName,
    purpose: 'verification',
    visitId: visit.visitId,
  };
  if (person.burgerservicenummer !== null) {
    const answer = await brp.byBsn(person.burgerservicenummer, context);
    if (!answer.ok) return 'kind' in answer.error ? answer.error : 'notFound';
    if (answer.value === null) return 'notFound';
    return isSame(person, answer.value.record) ? 'verified' : 'different';
  }
  if (person.geboortedatum === null) return 'cannotAsk';
  const answer = await search(brp, person.geslachtsnaam, person.geboortedatum, context);
  if (!answer.ok) {
    if ('kind' in answer.error) return answer.error;
    return answer.error.code === 'tooManyPersons' ? 'different' : 'cannotAsk';
  }
  if (answer.value.length === 0) return 'notFound';
  const same = answer.value.filter(({ voornamen }) => nameFits(person.voornamen, voornamen));
  return same.length === 1 ? 'verified' : 'different';
}

async function search(
  brp: BrpAfterwards,
  geslachtsnaam: string,
  geboortedatum: string,
  context: PersonAsker,
): Promise<Asked<readonly BrpCandidate[]>> {
  const answer = await brp.search({ kind: 'name', geslachtsnaam, geboortedatum }, context);
  const other = otherSpelling(geslachtsnaam);
  if (!answer.ok || answer.value.length > 0 || other === undefined) return answer;
  return brp.search({ kind: 'name', geslachtsnaam: other, geboortedatum }, context);
}

/** As far as the document told: it may have no given names, and half a date of birth. */
function isSame(shown: PersonRecord, known: PersonRecord): boolean {
  return (
    surnameFits(`${shown.voorvoegsel} ${shown.geslachtsnaam}`, known) &&
    (shown.voornamen === '' || nameFits(shown.voornamen, known.voornamen)) &&
    (shown.geboortedatum === null || shown.geboortedatum === known.geboortedatum)
  );
}
