import type { klantbeeld as nl } from '../nl/klantbeeld.ts';
import type { Shape } from '../shape.ts';

/** Texts of what the municipality knows of the person at the counter. */
export const klantbeeld: Shape<typeof nl> = {
  title: 'Customer view',
  noNumber: 'Without a burgerservicenummer it cannot be looked up what is going on already.',
  loading: 'Being fetched. You can go on working.',
  missing: '{{name}}: cannot be fetched. The visit can go on as usual.',
  old: 'Cannot be refreshed; this is how it was at {{time}}.',
  more: 'There is more than is shown here; look in the case system for it.',
  zaken: 'Cases',
  noZaken: 'No cases.',
  open: 'open',
  since: 'since {{date}}',
  closed: 'done on {{date}}',
  due: 'ready before {{date}}',
  late: 'should have been ready on {{date}}',
  taken: 'With a colleague',
  assignedTo: 'is with {{name}}',
  contacten: 'Contacts',
  noContacten: 'No earlier contacts.',
  documentEnds: 'The document expires on {{date}}. Product: {{product}}.',
  documentEnded: 'The document expired on {{date}}. Product: {{product}}.',
  chooseProduct: 'Choose product',
};
