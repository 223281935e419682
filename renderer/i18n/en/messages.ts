import type { messages as nl } from '../nl/messages.ts';
import type { Shape } from '../shape.ts';

/** Texts of messages to visitors. */
export const messages: Shape<typeof nl> = {
  title: 'Send a message',
  what: {
    confirmation: 'Only if the visitor wants it: a confirmation.',
    readyForPickUp: 'Only if the visitor wants it: word when it is ready.',
    both: 'Only if the visitor wants it: a confirmation, and word when it is ready.',
    webForm: 'Only if the visitor wants it: the link of a web form.',
  },
  channel: { email: 'E-mail', sms: 'Text message' },
  address: { email: 'E-mail address', sms: 'Mobile number' },
  empty: 'Fill this in, or take the tick away.',
  problem: {
    empty: 'Fill this in, or take the tick away.',
    noAt: 'The at sign (@) is missing from this e-mail address.',
    noDomain: 'After the @ comes a name with a dot, such as example.nl.',
    space: 'There can be no space in an e-mail address.',
    emailForm: 'This e-mail address cannot exist. Look at its punctuation and dots.',
    notMobile: 'This number takes no text messages. Ask for one that begins with 06.',
    digits: 'This number does not have the right number of digits: 06 and eight more.',
    phoneForm: 'A telephone number has digits only.',
  },
  webForm: 'Which web form?',
  chooseWebForm: 'Choose a product',
  ready: {
    title: 'Ready for pick-up',
    intro:
      'These visitors asked for word when their document is ready. They asked at this PC; those of another PC are in its own list. Send it before the day beside it: after that the address is erased, and no message can go there any more.',
    none: 'Nobody waits for word that a document is ready.',
    search: 'Case number, product or address',
    nothingFound:
      'None of them fits what you typed. Did the visitor ask for the document at another PC? Only that PC knows whether he wants word, and where. Nothing was sent. Type or scan the whole case number, and you can tell that PC.',
    notHere:
      'Nobody waits at this PC for word about {{zaak}}. Did the visitor ask for it at another PC? Tell that PC: if he wanted word, it sends it.',
    tell: 'It is ready: tell the other PCs',
    told: 'The other PCs know that {{zaak}} is ready. The one where it was asked for sends the message, if the visitor wanted it. If it is off, it does so once it is on.',
    notTold:
      'The other PCs cannot be reached from here. Nothing was sent: say at the PC where it was asked for that {{zaak}} is ready.',
    asked: 'asked on {{time}}',
    keptUntil: 'kept until {{day}}',
    send: 'It is ready: send the message',
    sent_one: 'The message about {{zaak}} is being sent.',
    sent_other: '{{count}} messages about {{zaak}} are being sent.',
  },
};
