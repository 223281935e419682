import type { refusals as nl } from '../nl/refusals.ts';
import type { Shape } from '../shape.ts';

const NOTHING_CHANGED = 'Nothing has changed.';
const VISIT_KEPT = 'What you filled in has been kept.';
const OTHER_PRODUCT = 'Choose another product. If this one is in the visit already, remove it.';

/** Why a product or its paper is refused: the failure `productNotPossible`, one text per reason. */
export const refusals: Shape<typeof nl> = {
  deceased: {
    what: 'This person is deceased according to the BRP.',
    safe: NOTHING_CHANGED,
    now: OTHER_PRODUCT,
  },
  tooYoung: { what: 'This person is too young for this product.', safe: NOTHING_CHANGED, now: OTHER_PRODUCT },
  notDutch: {
    what: 'According to the BRP this person is not a Dutch national.',
    safe: NOTHING_CHANGED,
    now: 'Choose another product. If the BRP is wrong, such as after a naturalisation, have it updated first.',
  },
  noVariant: {
    what: 'This kind does not fit the age of this person.',
    safe: NOTHING_CHANGED,
    now: 'Choose another kind, or another product.',
  },
  notUrgent: {
    what: 'This product cannot be urgent.',
    safe: NOTHING_CHANGED,
    now: 'Go on without urgency.',
  },
  noPickUp: {
    what: 'Nothing is picked up with this product.',
    safe: NOTHING_CHANGED,
    now: 'Choose the product for picking up, and then the case.',
  },
  pickedUp: {
    what: 'This case has been picked up already, or stands in this visit twice.',
    safe: 'Nothing was closed twice.',
    now: 'Check the case number. If it is right, remove this product and ask a team lead.',
  },
  otherProduct: {
    what: 'This case belongs to another product.',
    safe: NOTHING_CHANGED,
    now: 'Check the case number, or choose the product that belongs to the case.',
  },
  zaakNumberForm: {
    what: 'This is not a zaak number.',
    safe: NOTHING_CHANGED,
    now: 'Copy it from the pick-up letter or the receipt: letters, digits and hyphens, without spaces, at most 40 characters.',
  },
  zaakNotFound: {
    what: 'The zaaksysteem does not know this zaak number.',
    safe: NOTHING_CHANGED,
    now: 'Check the number. If it is right, the zaak may still be at another counter: hand the visit over.',
  },
  zaakClosed: {
    what: 'This zaak is already closed in the zaaksysteem.',
    safe: NOTHING_CHANGED,
    now: 'Check the number. If it is right, hand nothing out and ask a team lead.',
  },
  notInCatalogue: {
    what: 'A product of this visit is no longer in the catalogue.',
    safe: VISIT_KEPT,
    now: 'Finish the visit as handed over and write in the note what was asked for.',
  },
  notVerified: {
    what: 'This extract needs the BRP, and this person is not verified.',
    safe: VISIT_KEPT,
    now: 'Wait until the BRP is back, find the person again (F8) and make the extract then. Or hand the visit over.',
  },
  unprintable: {
    what: 'A name or an answer has a character that cannot be printed.',
    safe: VISIT_KEPT,
    now: 'Write the answer in plain letters and make the document again. If it is in the name, hand the visit over.',
  },
  signatureUnreadable: {
    what: 'The signature cannot be put on the document.',
    safe: VISIT_KEPT,
    now: 'Let the visitor sign again, then make the document once more.',
  },
};
