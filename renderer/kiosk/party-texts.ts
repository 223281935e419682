import type { KioskLanguage } from '../../shared/contract/kiosk.ts';

/** The words of the page between the choice and the number: what to have at hand, and with how many. */
export interface PartyTexts {
  readonly bring: string;
  /** What to do without it. */
  readonly missing: string;
  readonly also: string;
  readonly howMany: string;
  readonly orMore: (count: number) => string;
  readonly take: string;
}

export const PARTY_TEXTS: Readonly<Record<KioskLanguage, PartyTexts>> = {
  nl: {
    bring: 'Hebt u dit bij u?',
    missing: 'Mist u iets? Vraag het eerst aan de receptie.',
    also: 'Komt u ook voor iets anders?',
    howMany: 'Met hoeveel personen bent u?',
    orMore: (count) => `${count} of meer`,
    take: 'Neem een nummer',
  },
  en: {
    bring: 'Do you have this with you?',
    missing: 'Is anything missing? Please ask at the reception first.',
    also: 'Do you come for something else too?',
    howMany: 'How many people are you?',
    orMore: (count) => `${count} or more`,
    take: 'Take a number',
  },
  de: {
    bring: 'Haben Sie das dabei?',
    missing: 'Fehlt Ihnen etwas? Fragen Sie zuerst am Empfang.',
    also: 'Kommen Sie auch wegen etwas anderem?',
    howMany: 'Wie viele Personen sind Sie?',
    orMore: (count) => `${count} oder mehr`,
    take: 'Nummer ziehen',
  },
  tr: {
    bring: 'Bunlar yanınızda mı?',
    missing: 'Eksik bir şey mi var? Lütfen önce danışmaya sorun.',
    also: 'Başka bir konu için de mi geldiniz?',
    howMany: 'Kaç kişisiniz?',
    orMore: (count) => `${count} veya daha fazla`,
    take: 'Numara al',
  },
  ar: {
    bring: 'هل أحضرت هذه الأشياء معك؟',
    missing: 'هل ينقصك شيء؟ اسأل موظف الاستقبال أولًا من فضلك.',
    also: 'هل لديك أمر آخر أيضًا؟',
    howMany: 'كم عددكم؟',
    orMore: (count) => `${count} أو أكثر`,
    take: 'خذ رقمًا',
  },
  uk: {
    bring: 'Чи маєте ви це з собою?',
    missing: 'Чогось бракує? Спершу зверніться до рецепції.',
    also: 'Чи є у вас ще інше питання?',
    howMany: 'Скільки вас?',
    orMore: (count) => `${count} або більше`,
    take: 'Взяти номер',
  },
  pl: {
    bring: 'Czy masz to ze sobą?',
    missing: 'Czegoś brakuje? Najpierw zapytaj w recepcji.',
    also: 'Czy masz jeszcze inną sprawę?',
    howMany: 'Ile osób przyszło?',
    orMore: (count) => `${count} lub więcej`,
    take: 'Pobierz numer',
  },
};
