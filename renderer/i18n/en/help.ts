import type { help as nl } from '../nl/help.ts';
import type { Shape } from '../shape.ts';

/** Texts of the help: what each key does. */
export const help: Shape<typeof nl> = {
  title: 'Help: all keys',
  group: { hall: 'Queue', visit: 'Visit', window: 'Window' },
  note: 'Tab goes to the next field, Shift and Tab back. Esc closes a window. In lists choose with the arrow keys and Enter.',
  display: 'Address of the display in the waiting hall:',
  key: {
    help: 'This help',
    openDrawer: 'Open the cash drawer',
    callNext: 'Call the next visitor',
    whyNext: 'Why is this visitor next?',
    startWithoutTicket: 'Help a visitor without a number',
    recall: 'Call the number once more',
    issueTicket: 'Give a number',
    noShow: 'Visitor did not come',
    noShowList: 'Who did not come today',
    putBack: 'Put back in the queue',
    addProduct: 'Add a product',
    devices: 'Devices',
    identify: 'Find a person without a document',
    sync: 'Sending to the case system',
    finish: 'Done: finish the visit',
    cancelVisit: 'End the visit without a product',
    practice: 'Practice panel (only in practice mode)',
    undo: 'Undo the last action in the queue',
    confirmStep: 'Step is ready, go on with the next',
    previousStep: 'Previous step',
    nextStep: 'Next step',
    goToProduct: 'To the product with this number',
    lock: 'Lock the screen',
    userMenu: 'Your menu',
    goToQueue: 'To the queue',
    goToVisit: 'To the visit',
    goToAside: "To today's overview",
  },
};
