import type { KioskLanguage } from '../../shared/contract/kiosk.ts';

/** The words of checking in for an appointment, in one language; times such as 10:20. */
export interface CheckInTexts {
  readonly appointment: string;
  readonly howTo: string;
  readonly number: string;
  readonly erase: string;
  readonly checkIn: string;
  readonly back: string;
  readonly at: (time: string) => string;
  readonly early: (at: string, from: string) => string;
  readonly late: (at: string) => string;
  readonly unknown: string;
}

export const CHECK_IN_TEXTS: Readonly<Record<KioskLanguage, CheckInTexts>> = {
  nl: {
    appointment: 'Ik heb een afspraak',
    howTo: 'Typ uw afspraaknummer of houd uw QR-code voor de lezer',
    number: 'Uw afspraaknummer',
    erase: 'Wissen',
    checkIn: 'Aanmelden',
    back: 'Terug',
    at: (time) => `Uw afspraak is om ${time} uur.`,
    early: (at, from) => `Uw afspraak is om ${at} uur. U kunt zich aanmelden vanaf ${from} uur.`,
    late: (at) => `Uw afspraak was om ${at} uur. Ga naar de receptie.`,
    unknown:
      'We vinden vandaag geen afspraak met dit nummer. Kijk het nummer na, of vraag het aan de receptie.',
  },
  en: {
    appointment: 'I have an appointment',
    howTo: 'Type your appointment number or hold your QR code to the reader',
    number: 'Your appointment number',
    erase: 'Erase',
    checkIn: 'Check in',
    back: 'Back',
    at: (time) => `Your appointment is at ${time}.`,
    early: (at, from) => `Your appointment is at ${at}. You can check in from ${from}.`,
    late: (at) => `Your appointment was at ${at}. Please go to the reception.`,
    unknown: 'We find no appointment with this number today. Check the number, or ask at the reception.',
  },
  de: {
    appointment: 'Ich habe einen Termin',
    howTo: 'Geben Sie Ihre Terminnummer ein oder halten Sie Ihren QR-Code vor das Lesegerät',
    number: 'Ihre Terminnummer',
    erase: 'Löschen',
    checkIn: 'Anmelden',
    back: 'Zurück',
    at: (time) => `Ihr Termin ist um ${time} Uhr.`,
    early: (at, from) => `Ihr Termin ist um ${at} Uhr. Sie können sich ab ${from} Uhr anmelden.`,
    late: (at) => `Ihr Termin war um ${at} Uhr. Bitte gehen Sie zum Empfang.`,
    unknown:
      'Wir finden heute keinen Termin mit dieser Nummer. Prüfen Sie die Nummer oder fragen Sie am Empfang.',
  },
  tr: {
    appointment: 'Randevum var',
    howTo: 'Randevu numaranızı yazın veya QR kodunuzu okuyucuya tutun',
    number: 'Randevu numaranız',
    erase: 'Sil',
    checkIn: 'Giriş yap',
    back: 'Geri',
    at: (time) => `Randevunuz saat ${time}.`,
    early: (at, from) => `Randevunuz saat ${at}. Girişi saat ${from} itibarıyla yapabilirsiniz.`,
    late: (at) => `Randevunuz saat ${at} içindi. Lütfen danışmaya gidin.`,
    unknown: 'Bugün bu numarayla bir randevu bulamadık. Numarayı kontrol edin veya danışmaya sorun.',
  },
  ar: {
    appointment: 'لدي موعد',
    howTo: 'اكتب رقم موعدك أو ضع رمز QR أمام القارئ',
    number: 'رقم موعدك',
    erase: 'مسح',
    checkIn: 'تسجيل الوصول',
    back: 'رجوع',
    at: (time) => `موعدك الساعة ${time}.`,
    early: (at, from) => `موعدك الساعة ${at}. يمكنك تسجيل الوصول ابتداءً من الساعة ${from}.`,
    late: (at) => `كان موعدك الساعة ${at}. توجه إلى الاستقبال من فضلك.`,
    unknown: 'لم نجد اليوم موعدًا بهذا الرقم. تحقق من الرقم أو اسأل موظف الاستقبال.',
  },
  uk: {
    appointment: 'У мене призначена зустріч',
    howTo: 'Введіть номер зустрічі або піднесіть QR-код до зчитувача',
    number: 'Номер вашої зустрічі',
    erase: 'Стерти',
    checkIn: 'Зареєструватися',
    back: 'Назад',
    at: (time) => `Ваша зустріч о ${time}.`,
    early: (at, from) => `Ваша зустріч о ${at}. Зареєструватися можна з ${from}.`,
    late: (at) => `Ваша зустріч була о ${at}. Зверніться до рецепції.`,
    unknown: 'Сьогодні немає зустрічі з цим номером. Перевірте номер або зверніться до рецепції.',
  },
  pl: {
    appointment: 'Mam umówioną wizytę',
    howTo: 'Wpisz numer wizyty lub przyłóż kod QR do czytnika',
    number: 'Numer wizyty',
    erase: 'Usuń',
    checkIn: 'Zgłoś się',
    back: 'Wstecz',
    at: (time) => `Twoja wizyta jest o ${time}.`,
    early: (at, from) => `Twoja wizyta jest o ${at}. Możesz się zgłosić od ${from}.`,
    late: (at) => `Twoja wizyta była o ${at}. Prosimy podejść do recepcji.`,
    unknown: 'Nie znaleźliśmy dziś wizyty o tym numerze. Sprawdź numer lub zapytaj w recepcji.',
  },
};
