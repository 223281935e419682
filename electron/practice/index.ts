export {
  PRACTICE_CATALOGUE,
  type PracticeCatalogue,
  type PracticeEigenschap,
  type PracticeResultaattype,
  type PracticeZaaktype,
} from './catalogi/catalogue-data.ts';
export type { PracticeCredentials } from './credentials.ts';
export { type Faults, type FaultSettings, type PracticeApi, unreliable } from './faults.ts';
export { PRACTICE_TEMPLATES } from './notify/templates.ts';
export type { PracticeSnapshot } from './inspect.ts';
export { type Practice, type PracticeOptions, startPractice } from './start-practice.ts';
export type { TestPerson } from './test-persons.ts';
export type { TravelDocument } from './travel-documents.ts';
