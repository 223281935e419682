import type { Result } from '../../../shared/lib/result.ts';
import type { BrpCandidate, BrpPerson, BrpContext } from '../central/index.ts';
import type { CommittedVisit, PersonRecord } from '../records.ts';

/** What the BRP says afterwards of a person who was helped on the document alone. */
export type Verification = 'verified' | 'notFound' | 'different';

/** The part of the BRP that is asked. */
export interface VerificationBrp {
  byBsn(bsn: string, context: BrpContext): Promise<Result<BrpPerson | null>>;
  search(
    by: { readonly kind: 'name'; readonly geslachtsnaam: string; readonly geboortedatum: string },
    context: BrpContext,
  ): Promise<Result<readonly BrpCandidate[]>>;
}

/**
 * Asks the BRP, by number or else by name and full date of birth. Undefined when it does not answer now. More persons
 * than one with that name and date is `different`: a person must look.
 */
export async function verify(brp: VerificationBrp, visit: CommittedVisit): Promise<Verification | undefined> {
  const { person } = visit;
  if (!person) return 'notFound';
  const context: BrpContext = {
    staffId: visit.clerk.staffId,
    loginName: visit.clerk.loginName,
    purpose: 'balie-verificatie-achteraf',
    visitId: visit.visitId,
  };
  if (person.burgerservicenummer !== null) {
    const answer = await brp.byBsn(person.burgerservicenummer, context);
    if (!answer.ok) return answer.error.code === 'bsnInvalid' ? 'notFound' : undefined;
    if (answer.value === null) return 'notFound';
    return sameName(answer.value.record, person) && sameBirth(answer.value.record, person)
      ? 'verified'
      : 'different';
  }
  if (person.geboortedatum === null) return 'notFound';
  const { geslachtsnaam, geboortedatum } = person;
  const answer = await brp.search({ kind: 'name', geslachtsnaam, geboortedatum }, context);
  if (!answer.ok) {
    if (answer.error.code === 'brpUnavailable') return undefined;
    return answer.error.code === 'tooManyPersons' ? 'different' : 'notFound';
  }
  if (answer.value.length === 0) return 'notFound';
  const same = answer.value.filter(({ voornamen }) => plain(voornamen) === plain(person.voornamen));
  return same.length === 1 ? 'verified' : 'different';
}

function sameName(left: PersonRecord, right: PersonRecord): boolean {
  return plain(left.geslachtsnaam) === plain(right.geslachtsnaam);
}

function sameBirth(left: PersonRecord, right: PersonRecord): boolean {
  return right.geboortedatum === null || left.geboortedatum === right.geboortedatum;
}

/** A machine readable zone has no diacritics, hyphens or small letters (ICAO 9303-3). */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll(/[^A-Z]+/g, ' ')
    .trim();
}
