export {
  documentView,
  personFromBrp,
  personFromDocument,
  personView,
  type ShownDocument,
  shownDocument,
  toldGezag,
  type VisitPerson,
} from './person.ts';
export { createVisitRows, type FinishedRow, type Visit, type VisitRows } from './visit-rows.ts';
