/** Texts of why something that must be sent waits or is parked. */
export const syncReasons = {
  safe: 'The data are safe on this computer.',
  system: {
    zaken: 'The case system',
    documenten: 'The document system',
    catalogi: 'The catalogue of zaaktypen',
    klantinteracties: 'The contact system',
    brp: 'The BRP',
    notify: 'The message service (NotifyNL)',
  },
  why: {
    unreachable: '{{system}} cannot be reached. {{safe}} We try again by ourselves.',
    silent: '{{system}} does not answer. {{safe}} We try again by ourselves.',
    busy: '{{system}} is too busy. {{safe}} We try again by ourselves.',
    failing: '{{system}} has a failure. {{safe}} We try again by ourselves.',
    noSecret:
      '{{system}} is not asked: the secret of this workstation is missing. {{safe}} Ask IT to store it and to start Waarmee again.',
    unauthorized:
      '{{system}} does not let this workstation do this{{brackets}}. {{safe}} Ask IT to check the access.',
    notAllowed:
      '{{system}} does not let this workstation do this for {{part}}{{brackets}}. {{safe}} Other kinds simply go on. Ask IT to give the right; after that this goes by itself.',
    unreadable: '{{system}} gave an answer that cannot be read. {{safe}} If it stays so, ask IT for help.',
    unknownPart:
      '{{system}} does not know what this belongs to. {{safe}} Ask the application managers for help.',
    refused:
      '{{system}} refuses this: {{fields}}. {{safe}} See under "Inspect" whether you can correct it yourself; otherwise ask the application managers for help and then choose "Send again".',
    noFreeNumber: 'No free number was found. {{safe}} Ask IT for help.',
    gone: 'The data of this item are no longer on this computer. Ask IT for help.',
    otherInitiator:
      'Case {{zaak}} already has another initiator in the case system. {{safe}} Ask the application managers for help.',
    typeMissing:
      'Zaaktype {{zaaktype}} has no {{missing}}. {{safe}} Ask the application managers to complete the catalogue and then choose "Send again".',
    zaaktypeNotValid:
      'Zaaktype {{zaaktype}} was not valid in the catalogue on {{day}}. {{safe}} Ask the application managers for help and then choose "Send again".',
    zaakNotThere:
      'Case {{zaak}} is not in the case system yet. {{safe}} Perhaps another counter still has to send it. If the number is wrong, correct it here.',
    zaakClosed:
      'Case {{zaak}} was already closed in the case system on {{day}}. {{safe}} If the number is wrong, correct it here; otherwise the application managers help.',
    zaakOtherKind:
      'Case {{zaak}} is of another kind in the case system ({{zaaktype}}). {{safe}} If the number is wrong, correct it here; otherwise the application managers help.',
    zaakOfOther:
      'Case {{zaak}} is of somebody else than who was at the counter. {{safe}} If the number is wrong, correct it here. If it is the right one after all, as with a parent who picks up for a child, choose "This zaak after all".',
    zaakNumberTaken:
      'Case number {{zaak}} already belongs to another case in the case system. {{safe}} Ask the application managers for help.',
    otherResult:
      'Case {{zaak}} already has another result in the case system. {{safe}} Ask the application managers for help.',
    documentNumberTaken:
      'Document number {{document}} already belongs to another document in the document system. {{safe}} Ask the application managers for help.',
    attachmentGone: 'Attachment "{{title}}" is no longer on this computer. Add it in the case system.',
    attachmentChanged:
      'Attachment "{{title}}" no longer has the size that was told to the document system. Add it in the case system.',
    documentLocked:
      'Document "{{title}}" is locked in the document system and the key is no longer known. {{safe}} Ask the application managers to unlock or remove the document and then choose "Send again".',
    noTemplate:
      'This workstation has no template for this message. The message was not sent and is safe on this computer. Ask the application managers to complete central.notify.templates.',
    addressGone:
      'This message could not be sent in time and the address was erased. The message is not sent any more. Contact the visitor yourself if it matters, and then choose "End".',
    messageTooOld:
      'This message was offered more than six days ago and the message service no longer knows whether it was sent. It is not sent again: the visitor would get it twice. Call the visitor if it matters.',
    otherMessage:
      'The message service has another message under this reference. This message was not sent. Ask the application managers for help.',
    text: '{{text}}',
  },
  missing: {
    firstStatus: 'first status',
    waitingStatus: 'status between the first and the last',
    endStatus: 'final status',
    roltype: 'roltype for {{name}}',
    resultaattype: 'resultaattype "{{name}}"',
    eigenschap: 'eigenschap "{{name}}"',
    informatieobjecttype: 'informatieobjecttype "{{name}}"',
  },
  otherField: 'field "{{name}}"',
  status: 'error {{status}}',
  /** Fields of the central systems, by the last name in their path. */
  field: {
    identificatie: 'the number',
    omschrijving: 'the description',
    toelichting: 'the explanation',
    statustoelichting: 'the explanation of the status',
    inpBsn: 'the citizen service number',
    roltype: 'the kind of role',
    statustype: 'the kind of status',
    resultaattype: 'the kind of result',
    zaaktype: 'the kind of case',
    informatieobjecttype: 'the kind of document',
    eigenschap: 'the property',
    waarde: 'the value of a property',
    laatsteBetaaldatum: 'the date of payment',
    betalingsindicatie: 'whether it was paid',
    datumStatusGezet: 'the moment of the status',
    startdatum: 'the start date',
    titel: 'the title of the document',
    bestandsnaam: 'the file name',
    inhoud: 'the content',
    formaat: 'the kind of file',
    onderwerp: 'the subject',
    kanaal: 'the channel',
    adres: 'the address or telephone number',
    gevraagdeHandeling: 'the action that was asked',
    geboortedatum: 'the date of birth',
    geslachtsnaam: 'the surname',
    voornamen: 'the first names',
    productenOfDiensten: 'the product',
  },
};
