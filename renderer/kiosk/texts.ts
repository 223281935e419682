import type { KioskLanguage } from '../../shared/contract/kiosk.ts';

/** The words of the kiosk in one language: short, plain, and the same in each. */
export interface KioskTexts {
  /** The language's own name for itself. */
  readonly self: string;
  readonly direction: 'ltr' | 'rtl';
  readonly welcome: string;
  readonly choose: string;
  readonly language: string;
  readonly waiting: (count: number) => string;
  readonly expected: (from: number, to: number) => string;
  readonly unknownWait: string;
  readonly closed: string;
  readonly full: string;
  readonly opensAt: (time: string) => string;
  readonly yourNumber: string;
  readonly takePaper: string;
  readonly noPaper: string;
  readonly fromRoll: string;
  readonly watch: string;
  readonly scan: string;
  readonly ready: string;
  readonly away: string;
  readonly reception: string;
  readonly busy: string;
}

export const KIOSK_TEXTS: Readonly<Record<KioskLanguage, KioskTexts>> = {
  nl: {
    self: 'Nederlands',
    direction: 'ltr',
    welcome: 'Welkom',
    choose: 'Waar komt u voor?',
    language: 'Taal',
    waiting: (count) =>
      count === 0 ? 'Niemand wacht' : count === 1 ? '1 persoon wacht' : `${count} personen wachten`,
    expected: (from, to) => `Wachttijd ${from} tot ${to} minuten`,
    unknownWait: 'Wachttijd onbekend',
    closed: 'Nu gesloten',
    full: 'Vandaag geen nummers meer. Maak een afspraak of vraag het aan de receptie.',
    opensAt: (time) => `Open vanaf ${time} uur`,
    yourNumber: 'Uw nummer',
    takePaper: 'Pak uw bon hieronder.',
    fromRoll: 'Pak de bon met dit nummer van de rol.',
    noPaper: 'Er komt nu geen bon. Onthoud uw nummer of maak een foto.',
    watch: 'Kijk op het scherm. Daar ziet u wanneer u aan de beurt bent.',
    scan: 'Scan de code: dan ziet u uw plaats op uw telefoon.',
    ready: 'Klaar',
    away: 'U kunt hier nu geen nummer nemen.',
    reception: 'Vraag het aan de receptie.',
    busy: 'Een moment',
  },
  en: {
    self: 'English',
    direction: 'ltr',
    welcome: 'Welcome',
    choose: 'What do you come for?',
    language: 'Language',
    waiting: (count) =>
      count === 0 ? 'Nobody waiting' : count === 1 ? '1 person waiting' : `${count} people waiting`,
    expected: (from, to) => `Wait of ${from} to ${to} minutes`,
    unknownWait: 'Wait unknown',
    closed: 'Closed now',
    full: 'No more numbers today. Make an appointment or ask at the reception.',
    opensAt: (time) => `Open from ${time}`,
    yourNumber: 'Your number',
    takePaper: 'Take your ticket below.',
    fromRoll: 'Take the ticket with this number from the roll.',
    noPaper: 'No ticket can be printed now. Remember your number or take a photo.',
    watch: 'Watch the screen. It shows when it is your turn.',
    scan: 'Scan the code to see your place on your phone.',
    ready: 'Done',
    away: 'You cannot take a number here now.',
    reception: 'Please ask at the reception.',
    busy: 'One moment',
  },
  de: {
    self: 'Deutsch',
    direction: 'ltr',
    welcome: 'Willkommen',
    choose: 'Worum geht es?',
    language: 'Sprache',
    waiting: (count) =>
      count === 0 ? 'Niemand wartet' : count === 1 ? '1 Person wartet' : `${count} Personen warten`,
    expected: (from, to) => `Wartezeit ${from} bis ${to} Minuten`,
    unknownWait: 'Wartezeit unbekannt',
    closed: 'Jetzt geschlossen',
    full: 'Heute keine Nummern mehr. Machen Sie einen Termin oder fragen Sie am Empfang.',
    opensAt: (time) => `Geöffnet ab ${time} Uhr`,
    yourNumber: 'Ihre Nummer',
    takePaper: 'Nehmen Sie unten Ihren Zettel.',
    fromRoll: 'Nehmen Sie den Zettel mit dieser Nummer von der Rolle.',
    noPaper: 'Es kommt jetzt kein Zettel. Merken Sie sich Ihre Nummer oder machen Sie ein Foto.',
    watch: 'Achten Sie auf den Bildschirm. Dort sehen Sie, wann Sie an der Reihe sind.',
    scan: 'Code scannen: So sehen Sie Ihren Platz auf dem Handy.',
    ready: 'Fertig',
    away: 'Sie können hier jetzt keine Nummer ziehen.',
    reception: 'Bitte fragen Sie am Empfang.',
    busy: 'Einen Moment',
  },
  tr: {
    self: 'Türkçe',
    direction: 'ltr',
    welcome: 'Hoş geldiniz',
    choose: 'Ne için geldiniz?',
    language: 'Dil',
    waiting: (count) => (count === 0 ? 'Bekleyen yok' : `${count} kişi bekliyor`),
    expected: (from, to) => `Bekleme süresi ${from}–${to} dakika`,
    unknownWait: 'Bekleme süresi bilinmiyor',
    closed: 'Şu an kapalı',
    full: 'Bugün başka numara yok. Randevu alın veya danışmaya sorun.',
    opensAt: (time) => `Açılış saati ${time}`,
    yourNumber: 'Numaranız',
    takePaper: 'Aşağıdan fişinizi alın.',
    fromRoll: 'Rulodan bu numaralı fişi alın.',
    noPaper: 'Şu anda fiş çıkmıyor. Numaranızı aklınızda tutun veya fotoğrafını çekin.',
    watch: 'Ekrana bakın. Sıranız geldiğinde orada görürsünüz.',
    scan: 'Kodu okutun: yerinizi telefonunuzda görün.',
    ready: 'Tamam',
    away: 'Şu anda buradan numara alamazsınız.',
    reception: 'Lütfen danışmaya sorun.',
    busy: 'Bir dakika',
  },
  ar: {
    self: 'العربية',
    direction: 'rtl',
    welcome: 'أهلًا وسهلًا',
    choose: 'ما سبب زيارتك؟',
    language: 'اللغة',
    waiting: (count) => (count === 0 ? 'لا أحد ينتظر' : `عدد المنتظرين: ${count}`),
    expected: (from, to) => `مدة الانتظار بالدقائق: من ${from} إلى ${to}`,
    unknownWait: 'مدة الانتظار غير معروفة',
    closed: 'مغلق الآن',
    full: 'لا توجد أرقام أخرى اليوم. احجز موعدًا أو اسأل موظف الاستقبال.',
    opensAt: (time) => `يفتح الساعة ${time}`,
    yourNumber: 'رقمك',
    takePaper: 'خذ تذكرتك من الأسفل.',
    fromRoll: 'خذ التذكرة التي تحمل هذا الرقم من اللفة.',
    noPaper: 'لا يمكن طباعة تذكرة الآن. احفظ رقمك أو التقط صورة له.',
    watch: 'انظر إلى الشاشة. سترى هناك متى يحين دورك.',
    scan: 'امسح الرمز لترى مكانك على هاتفك.',
    ready: 'تم',
    away: 'لا يمكنك أخذ رقم هنا الآن.',
    reception: 'اسأل موظف الاستقبال من فضلك.',
    busy: 'لحظة من فضلك',
  },
  uk: {
    self: 'Українська',
    direction: 'ltr',
    welcome: 'Ласкаво просимо',
    choose: 'З якого питання ви прийшли?',
    language: 'Мова',
    waiting: (count) => (count === 0 ? 'Ніхто не чекає' : `Чекають: ${count}`),
    expected: (from, to) => `Час очікування: ${from}–${to} хвилин`,
    unknownWait: 'Час очікування невідомий',
    closed: 'Зараз зачинено',
    full: 'На сьогодні номерів більше немає. Запишіться або зверніться до рецепції.',
    opensAt: (time) => `Відкриється о ${time}`,
    yourNumber: 'Ваш номер',
    takePaper: 'Візьміть талон унизу.',
    fromRoll: 'Візьміть талон із цим номером із рулону.',
    noPaper: 'Талон зараз не друкується. Запам’ятайте номер або сфотографуйте його.',
    watch: 'Дивіться на екран. Там ви побачите, коли ваша черга.',
    scan: 'Скануйте код, щоб бачити своє місце на телефоні.',
    ready: 'Готово',
    away: 'Зараз тут не можна взяти номер.',
    reception: 'Зверніться до рецепції.',
    busy: 'Хвилинку',
  },
  pl: {
    self: 'Polski',
    direction: 'ltr',
    welcome: 'Witamy',
    choose: 'W jakiej sprawie?',
    language: 'Język',
    waiting: (count) => (count === 0 ? 'Nikt nie czeka' : `Liczba czekających: ${count}`),
    expected: (from, to) => `Czas oczekiwania: ${from}–${to} minut`,
    unknownWait: 'Czas oczekiwania nieznany',
    closed: 'Teraz zamknięte',
    full: 'Dziś nie ma już numerów. Umów wizytę albo zapytaj w recepcji.',
    opensAt: (time) => `Otwarte od ${time}`,
    yourNumber: 'Twój numer',
    takePaper: 'Odbierz bilet poniżej.',
    fromRoll: 'Weź bilet z tym numerem z rolki.',
    noPaper: 'Bilet nie może zostać wydrukowany. Zapamiętaj numer albo zrób zdjęcie.',
    watch: 'Patrz na ekran. Zobaczysz tam, kiedy jest twoja kolej.',
    scan: 'Zeskanuj kod, aby widzieć swoje miejsce w telefonie.',
    ready: 'Gotowe',
    away: 'Teraz nie można tu pobrać numeru.',
    reception: 'Prosimy zapytać w recepcji.',
    busy: 'Chwileczkę',
  },
};
