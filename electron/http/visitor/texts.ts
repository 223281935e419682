import type { Direction } from '../../../shared/contract/display.ts';
import type { KioskLanguage } from '../../../shared/contract/kiosk.ts';

/** The words of the page on a visitor's phone in one language: the same in each. */
export interface VisitorTexts {
  readonly direction: 'ltr' | 'rtl';
  readonly yourNumber: string;
  readonly before: (count: number) => string;
  readonly byTime: string;
  readonly expected: (from: number, to: number) => string;
  readonly unknownWait: string;
  readonly keep: string;
  readonly called: (counter: number) => string;
  /** Something has to be done first, such as a form; then he goes back by himself. */
  readonly held: (counter: number) => string;
  readonly where: Readonly<Record<Direction, string>>;
  readonly missed: string;
  readonly done: string;
  readonly cancelled: string;
  readonly away: (time: string) => string;
  readonly unknown: string;
  readonly takeNew: string;
  readonly offline: string;
}

export const VISITOR_TEXTS: Readonly<Record<KioskLanguage, VisitorTexts>> = {
  nl: {
    direction: 'ltr',
    yourNumber: 'Uw nummer',
    before: (count) =>
      count === 0
        ? 'Er wacht niemand voor u.'
        : count === 1
          ? 'Er wacht 1 persoon voor u.'
          : `Er wachten ${count} personen voor u.`,
    byTime: 'Wij roepen u zo snel mogelijk. Komt u op afspraak? Dan rond uw tijd.',
    expected: (from, to) => `Wachttijd: ${from} tot ${to} minuten`,
    unknownWait: 'Wachttijd: onbekend',
    keep: 'Blijf in de buurt en let op het scherm in de hal.',
    called: (counter) => `U bent aan de beurt. Ga naar balie ${counter}.`,
    held: (counter) => `Bent u klaar? Ga dan terug naar balie ${counter}.`,
    where: {
      left: 'naar links',
      right: 'naar rechts',
      ahead: 'rechtdoor',
      back: 'achter u',
      up: 'een verdieping hoger',
      down: 'een verdieping lager',
    },
    missed: 'U bent geroepen, maar u was er niet. Meld u bij de receptie.',
    done: 'Uw bezoek is klaar. Tot ziens.',
    cancelled: 'Dit nummer geldt niet meer.',
    away: (time) => `Er is een storing. Dit was de stand om ${time} uur. Let op het scherm in de hal.`,
    unknown: 'Dit nummer is niet van vandaag.',
    takeNew: 'Neem in de hal een nieuw nummer of vraag het aan de receptie.',
    offline: 'Geen verbinding. Let op het scherm in de hal.',
  },
  en: {
    direction: 'ltr',
    yourNumber: 'Your number',
    before: (count) =>
      count === 0
        ? 'Nobody is waiting before you.'
        : count === 1
          ? '1 person is waiting before you.'
          : `${count} people are waiting before you.`,
    byTime: 'We call you as soon as we can. Do you have an appointment? Then around its time.',
    expected: (from, to) => `Wait: ${from} to ${to} minutes`,
    unknownWait: 'Wait: unknown',
    keep: 'Stay nearby and watch the screen in the hall.',
    called: (counter) => `It is your turn. Go to counter ${counter}.`,
    held: (counter) => `Are you ready? Then go back to counter ${counter}.`,
    where: {
      left: 'to the left',
      right: 'to the right',
      ahead: 'straight ahead',
      back: 'behind you',
      up: 'one floor up',
      down: 'one floor down',
    },
    missed: 'You were called, but you were not there. Go to the reception.',
    done: 'Your visit is finished. Goodbye.',
    cancelled: 'This number is no longer valid.',
    away: (time) => `Something is not working. This is how it was at ${time}. Watch the screen in the hall.`,
    unknown: 'This number is not of today.',
    takeNew: 'Take a new number in the hall or ask at the reception.',
    offline: 'No connection. Watch the screen in the hall.',
  },
  de: {
    direction: 'ltr',
    yourNumber: 'Ihre Nummer',
    before: (count) =>
      count === 0
        ? 'Vor Ihnen wartet niemand.'
        : count === 1
          ? 'Vor Ihnen wartet 1 Person.'
          : `Vor Ihnen warten ${count} Personen.`,
    byTime: 'Wir rufen Sie so bald wie möglich auf. Mit Termin? Dann ungefähr zu Ihrer Zeit.',
    expected: (from, to) => `Wartezeit: ${from} bis ${to} Minuten`,
    unknownWait: 'Wartezeit: unbekannt',
    keep: 'Bleiben Sie in der Nähe und achten Sie auf den Bildschirm in der Halle.',
    called: (counter) => `Sie sind an der Reihe. Gehen Sie zu Schalter ${counter}.`,
    held: (counter) => `Sind Sie fertig? Dann gehen Sie zurück zu Schalter ${counter}.`,
    where: {
      left: 'nach links',
      right: 'nach rechts',
      ahead: 'geradeaus',
      back: 'hinter Ihnen',
      up: 'eine Etage höher',
      down: 'eine Etage tiefer',
    },
    missed: 'Sie wurden aufgerufen, waren aber nicht da. Melden Sie sich am Empfang.',
    done: 'Ihr Besuch ist beendet. Auf Wiedersehen.',
    cancelled: 'Diese Nummer gilt nicht mehr.',
    away: (time) =>
      `Es gibt eine Störung. Das war der Stand um ${time} Uhr. Achten Sie auf den Bildschirm in der Halle.`,
    unknown: 'Diese Nummer ist nicht von heute.',
    takeNew: 'Ziehen Sie in der Halle eine neue Nummer oder fragen Sie am Empfang.',
    offline: 'Keine Verbindung. Achten Sie auf den Bildschirm in der Halle.',
  },
  tr: {
    direction: 'ltr',
    yourNumber: 'Numaranız',
    before: (count) => (count === 0 ? 'Önünüzde bekleyen yok.' : `Önünüzde ${count} kişi bekliyor.`),
    byTime: 'Sizi en kısa sürede çağıracağız. Randevunuz varsa saatinize yakın çağırırız.',
    expected: (from, to) => `Bekleme süresi: ${from}–${to} dakika`,
    unknownWait: 'Bekleme süresi: bilinmiyor',
    keep: 'Yakında kalın ve salondaki ekrana bakın.',
    called: (counter) => `Sıra sizde. ${counter} numaralı gişeye gidin.`,
    held: (counter) => `Hazır olduğunuzda ${counter} numaralı gişeye geri dönün.`,
    where: {
      left: 'sola',
      right: 'sağa',
      ahead: 'düz ileri',
      back: 'arkanızda',
      up: 'bir kat yukarıda',
      down: 'bir kat aşağıda',
    },
    missed: 'Çağrıldınız, ama burada değildiniz. Danışmaya gidin.',
    done: 'Ziyaretiniz tamamlandı. Hoşça kalın.',
    cancelled: 'Bu numara artık geçerli değil.',
    away: (time) => `Bir arıza var. Bu bilgi saat ${time} itibarıyladır. Salondaki ekrana bakın.`,
    unknown: 'Bu numara bugüne ait değil.',
    takeNew: 'Salonda yeni bir numara alın veya danışmaya sorun.',
    offline: 'Bağlantı yok. Salondaki ekrana bakın.',
  },
  ar: {
    direction: 'rtl',
    yourNumber: 'رقمك',
    before: (count) => (count === 0 ? 'لا أحد ينتظر قبلك.' : `عدد المنتظرين قبلك: ${count}`),
    byTime: 'سنناديك في أقرب وقت. إذا كان لديك موعد فسنناديك قرب وقته.',
    expected: (from, to) => `مدة الانتظار بالدقائق: من ${from} إلى ${to}`,
    unknownWait: 'مدة الانتظار: غير معروفة',
    keep: 'ابقَ قريبًا وانظر إلى الشاشة في القاعة.',
    called: (counter) => `حان دورك. اذهب إلى الشباك رقم ${counter}.`,
    held: (counter) => `عندما تكون جاهزًا، ارجع إلى الشباك رقم ${counter}.`,
    where: {
      left: 'إلى اليسار',
      right: 'إلى اليمين',
      ahead: 'إلى الأمام',
      back: 'خلفك',
      up: 'في الطابق الأعلى',
      down: 'في الطابق الأسفل',
    },
    missed: 'تمت مناداتك ولم تكن موجودًا. اذهب إلى الاستقبال.',
    done: 'انتهت زيارتك. مع السلامة.',
    cancelled: 'هذا الرقم لم يعد صالحًا.',
    away: (time) => `يوجد عطل. هذا هو الوضع في الساعة ${time}. انظر إلى الشاشة في القاعة.`,
    unknown: 'هذا الرقم ليس لليوم.',
    takeNew: 'خذ رقمًا جديدًا في القاعة أو اسأل موظف الاستقبال.',
    offline: 'لا يوجد اتصال. انظر إلى الشاشة في القاعة.',
  },
  uk: {
    direction: 'ltr',
    yourNumber: 'Ваш номер',
    before: (count) => (count === 0 ? 'Перед вами ніхто не чекає.' : `Перед вами чекають: ${count}`),
    byTime: 'Ми викличемо вас якнайшвидше. Якщо у вас запис — близько до його часу.',
    expected: (from, to) => `Час очікування: ${from}–${to} хвилин`,
    unknownWait: 'Час очікування: невідомий',
    keep: 'Залишайтеся поруч і дивіться на екран у залі.',
    called: (counter) => `Ваша черга. Підійдіть до віконця ${counter}.`,
    held: (counter) => `Коли будете готові, поверніться до віконця ${counter}.`,
    where: {
      left: 'ліворуч',
      right: 'праворуч',
      ahead: 'прямо',
      back: 'позаду вас',
      up: 'поверхом вище',
      down: 'поверхом нижче',
    },
    missed: 'Вас викликали, але вас не було. Зверніться до рецепції.',
    done: 'Ваш візит завершено. До побачення.',
    cancelled: 'Цей номер більше не дійсний.',
    away: (time) => `Стався збій. Це стан на ${time}. Дивіться на екран у залі.`,
    unknown: 'Цей номер не на сьогодні.',
    takeNew: 'Візьміть новий номер у залі або зверніться до рецепції.',
    offline: 'Немає з’єднання. Дивіться на екран у залі.',
  },
  pl: {
    direction: 'ltr',
    yourNumber: 'Twój numer',
    before: (count) => (count === 0 ? 'Nikt nie czeka przed tobą.' : `Liczba osób przed tobą: ${count}`),
    byTime: 'Wezwiemy cię jak najszybciej. Jeśli masz wizytę umówioną, to około jej godziny.',
    expected: (from, to) => `Czas oczekiwania: ${from}–${to} minut`,
    unknownWait: 'Czas oczekiwania: nieznany',
    keep: 'Zostań w pobliżu i patrz na ekran w hali.',
    called: (counter) => `Twoja kolej. Podejdź do okienka ${counter}.`,
    held: (counter) => `Gdy będziesz gotowy, wróć do okienka ${counter}.`,
    where: {
      left: 'w lewo',
      right: 'w prawo',
      ahead: 'prosto',
      back: 'za tobą',
      up: 'piętro wyżej',
      down: 'piętro niżej',
    },
    missed: 'Wezwano cię, ale cię nie było. Zgłoś się do recepcji.',
    done: 'Twoja wizyta jest zakończona. Do widzenia.',
    cancelled: 'Ten numer już nie obowiązuje.',
    away: (time) => `Wystąpiła awaria. To stan z godziny ${time}. Patrz na ekran w hali.`,
    unknown: 'Ten numer nie jest z dzisiaj.',
    takeNew: 'Weź nowy numer w hali albo zapytaj w recepcji.',
    offline: 'Brak połączenia. Patrz na ekran w hali.',
  },
};
