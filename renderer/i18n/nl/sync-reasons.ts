/** Texts of why something that must be sent waits or is parked. */
export const syncReasons = {
  safe: 'De gegevens staan veilig op deze computer.',
  system: {
    zaken: 'Het zaaksysteem',
    documenten: 'Het documentsysteem',
    catalogi: 'De zaaktypecatalogus',
    klantinteracties: 'Het klantcontactsysteem',
    brp: 'De BRP',
    notify: 'De berichtendienst (NotifyNL)',
  },
  why: {
    unreachable: '{{system}} is niet bereikbaar. {{safe}} Wij proberen het vanzelf opnieuw.',
    silent: '{{system}} antwoordt niet. {{safe}} Wij proberen het vanzelf opnieuw.',
    busy: '{{system}} is te druk. {{safe}} Wij proberen het vanzelf opnieuw.',
    failing: '{{system}} heeft een storing. {{safe}} Wij proberen het vanzelf opnieuw.',
    noSecret:
      '{{system}} wordt niet gevraagd: het geheim van deze werkplek ontbreekt. {{safe}} Vraag IT om het te bewaren en Waarmee opnieuw te starten.',
    unauthorized:
      '{{system}} laat deze werkplek dit niet doen{{brackets}}. {{safe}} Vraag IT om de toegang te controleren.',
    notAllowed:
      '{{system}} laat deze werkplek dit niet doen bij het {{part}}{{brackets}}. {{safe}} Andere soorten gaan gewoon door. Vraag IT om het recht te geven; daarna gaat dit vanzelf.',
    unreadable:
      '{{system}} gaf een antwoord dat niet te lezen is. {{safe}} Blijft dit zo, vraag dan IT om hulp.',
    unknownPart:
      '{{system}} kent het onderdeel niet waar dit bij hoort. {{safe}} Vraag functioneel beheer om hulp.',
    refused:
      '{{system}} weigert dit: {{fields}}. {{safe}} Kijk bij "Bekijken" of u het zelf kunt verbeteren; vraag anders functioneel beheer om hulp en kies daarna "Opnieuw versturen".',
    noFreeNumber: 'Er is geen vrij nummer gevonden. {{safe}} Vraag IT om hulp.',
    gone: 'De gegevens van dit onderdeel staan niet meer op deze computer. Vraag IT om hulp.',
    otherInitiator:
      'De zaak {{zaak}} heeft in het zaaksysteem al een andere initiator. {{safe}} Vraag functioneel beheer om hulp.',
    typeMissing:
      'Het zaaktype {{zaaktype}} heeft geen {{missing}}. {{safe}} Vraag functioneel beheer om de catalogus aan te vullen en kies daarna "Opnieuw versturen".',
    zaaktypeNotValid:
      'Het zaaktype {{zaaktype}} was op {{day}} niet geldig in de catalogus. {{safe}} Vraag functioneel beheer om hulp en kies daarna "Opnieuw versturen".',
    zaakNotThere:
      'De zaak {{zaak}} staat nog niet in het zaaksysteem. {{safe}} Misschien moet een andere balie hem nog versturen. Klopt het nummer niet, verbeter het dan hier.',
    zaakClosed:
      'De zaak {{zaak}} is in het zaaksysteem al afgesloten op {{day}}. {{safe}} Klopt het nummer niet, verbeter het dan hier; anders helpt functioneel beheer.',
    zaakOtherKind:
      'De zaak {{zaak}} is in het zaaksysteem van een ander soort ({{zaaktype}}). {{safe}} Klopt het nummer niet, verbeter het dan hier; anders helpt functioneel beheer.',
    zaakOfOther:
      'De zaak {{zaak}} is van iemand anders dan wie aan de balie was. {{safe}} Klopt het nummer niet, verbeter het dan hier. Is het toch de goede, zoals bij een ouder die voor een kind ophaalt, kies dan "Toch deze zaak".',
    zaakNumberTaken:
      'Het zaaknummer {{zaak}} is in het zaaksysteem al van een andere zaak. {{safe}} Vraag functioneel beheer om hulp.',
    otherResult:
      'De zaak {{zaak}} heeft in het zaaksysteem al een ander resultaat. {{safe}} Vraag functioneel beheer om hulp.',
    documentNumberTaken:
      'Het documentnummer {{document}} is in het documentsysteem al van een ander document. {{safe}} Vraag functioneel beheer om hulp.',
    attachmentGone:
      'De bijlage "{{title}}" staat niet meer op deze computer. Voeg hem toe in het zaaksysteem.',
    attachmentChanged:
      'De bijlage "{{title}}" is niet meer zo groot als in het documentsysteem is opgegeven. Voeg hem toe in het zaaksysteem.',
    documentLocked:
      'Het document "{{title}}" is in het documentsysteem vergrendeld en de sleutel is niet meer bekend. {{safe}} Vraag functioneel beheer om het document te ontgrendelen of te verwijderen en kies daarna "Opnieuw versturen".',
    noTemplate:
      'Voor dit bericht is op deze werkplek geen sjabloon ingesteld. Het bericht is niet verstuurd en staat veilig op deze computer. Vraag functioneel beheer om central.notify.templates aan te vullen.',
    addressGone:
      'Dit bericht kon niet op tijd worden verstuurd en het adres is gewist. Het bericht wordt niet meer verstuurd. Neem zelf contact op met de bezoeker als het belangrijk is en kies daarna "Afsluiten".',
    messageTooOld:
      'Dit bericht is langer dan zes dagen geleden aangeboden en de berichtendienst weet niet meer of het verstuurd is. Het wordt niet nog eens verstuurd: de bezoeker zou het dubbel krijgen. Bel de bezoeker als het belangrijk is.',
    otherMessage:
      'De berichtendienst heeft onder dit kenmerk een ander bericht. Dit bericht is niet verstuurd. Vraag functioneel beheer om hulp.',
    text: '{{text}}',
  },
  /** What a zaaktype has not. */
  missing: {
    firstStatus: 'eerste status',
    waitingStatus: 'status tussen de eerste en de laatste',
    endStatus: 'eindstatus',
    roltype: 'roltype voor {{name}}',
    resultaattype: 'resultaattype "{{name}}"',
    eigenschap: 'eigenschap "{{name}}"',
    informatieobjecttype: 'informatieobjecttype "{{name}}"',
  },
  otherField: 'veld "{{name}}"',
  status: 'fout {{status}}',
  /** Fields of the central systems, by the last name in their path. */
  field: {
    identificatie: 'het nummer',
    omschrijving: 'de omschrijving',
    toelichting: 'de toelichting',
    statustoelichting: 'de toelichting bij de status',
    inpBsn: 'het burgerservicenummer',
    roltype: 'het soort rol',
    statustype: 'het soort status',
    resultaattype: 'het soort resultaat',
    zaaktype: 'het zaaktype',
    informatieobjecttype: 'het soort document',
    eigenschap: 'de eigenschap',
    waarde: 'de waarde van een eigenschap',
    laatsteBetaaldatum: 'de datum van de betaling',
    betalingsindicatie: 'of er betaald is',
    datumStatusGezet: 'het moment van de status',
    startdatum: 'de startdatum',
    titel: 'de titel van het document',
    bestandsnaam: 'de bestandsnaam',
    inhoud: 'de inhoud',
    formaat: 'het soort bestand',
    onderwerp: 'het onderwerp',
    kanaal: 'het kanaal',
    adres: 'het adres of telefoonnummer',
    gevraagdeHandeling: 'de gevraagde handeling',
    geboortedatum: 'de geboortedatum',
    geslachtsnaam: 'de achternaam',
    voornamen: 'de voornamen',
    productenOfDiensten: 'het product',
  },
};
