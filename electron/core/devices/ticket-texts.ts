import type { KioskLanguage } from '../../../shared/contract/kiosk.ts';
import type { WaitRange } from '../../../shared/domain/expected-wait.ts';

/** The languages that every ticket printer can print: their letters are in the code pages 1252, 858 and 437. */
export type PaperLanguage = 'nl' | 'en' | 'de';

const PAPER: Partial<Record<KioskLanguage, readonly PaperLanguage[]>> = {
  nl: ['nl'],
  en: ['en'],
  de: ['de'],
};

/** In what a ticket is printed for who reads this language: Dutch and English where a printer lacks its letters. */
export const paperLanguages = (language: KioskLanguage): readonly PaperLanguage[] =>
  PAPER[language] ?? ['nl', 'en'];

interface TicketTexts {
  readonly yourNumber: string;
  readonly persons: (count: number) => string;
  readonly appointment: (time: string) => string;
  readonly before: (count: number) => string;
  /** Null: nobody can know. */
  readonly wait: (expected: WaitRange | null) => string;
  readonly screen: string;
  readonly scan: string;
  readonly bring: string;
  readonly at: (date: string, time: string) => string;
}

export const TICKET_TEXTS: Readonly<Record<PaperLanguage, TicketTexts>> = {
  nl: {
    yourNumber: 'Uw nummer',
    persons: (count) => `Voor ${count} personen`,
    appointment: (time) => `Uw afspraak is om ${time}.`,
    before: (count) => {
      if (count === 0) return 'Er wacht niemand voor u.';
      return count === 1 ? 'Er wacht 1 persoon voor u.' : `Er wachten ${count} personen voor u.`;
    },
    wait: (expected) => {
      if (expected === null) return 'Wachttijd: onbekend.';
      const { fromMinutes, toMinutes } = expected;
      return fromMinutes === 0
        ? `Wachttijd: hooguit ${toMinutes} minuten.`
        : `Wachttijd: ${fromMinutes} tot ${toMinutes} minuten.`;
    },
    screen: 'Kijk op het scherm. Daar ziet u wanneer u aan de beurt bent en naar welke balie u gaat.',
    scan: 'Scan de code: zie op uw telefoon hoe lang het duurt.',
    bring: 'Houd klaar:',
    at: (date, time) => `${date}, ${time} uur`,
  },
  en: {
    yourNumber: 'Your number',
    persons: (count) => `For ${count} persons`,
    appointment: (time) => `Your appointment is at ${time}.`,
    before: (count) => {
      if (count === 0) return 'Nobody is waiting before you.';
      return count === 1 ? '1 person is waiting before you.' : `${count} people are waiting before you.`;
    },
    wait: (expected) => {
      if (expected === null) return 'Wait: unknown.';
      const { fromMinutes, toMinutes } = expected;
      return fromMinutes === 0
        ? `Wait: at most ${toMinutes} minutes.`
        : `Wait: ${fromMinutes} to ${toMinutes} minutes.`;
    },
    screen: 'Watch the screen. It shows when it is your turn and which counter to go to.',
    scan: 'Scan the code: see on your phone how long it takes.',
    bring: 'Have ready:',
    at: (date, time) => `${date}, ${time}`,
  },
  de: {
    yourNumber: 'Ihre Nummer',
    persons: (count) => `Für ${count} Personen`,
    appointment: (time) => `Ihr Termin ist um ${time} Uhr.`,
    before: (count) => {
      if (count === 0) return 'Vor Ihnen wartet niemand.';
      return count === 1 ? 'Vor Ihnen wartet 1 Person.' : `Vor Ihnen warten ${count} Personen.`;
    },
    wait: (expected) => {
      if (expected === null) return 'Wartezeit: unbekannt.';
      const { fromMinutes, toMinutes } = expected;
      return fromMinutes === 0
        ? `Wartezeit: höchstens ${toMinutes} Minuten.`
        : `Wartezeit: ${fromMinutes} bis ${toMinutes} Minuten.`;
    },
    screen: 'Achten Sie auf den Bildschirm: Er zeigt, wann Sie an der Reihe sind und an welchem Schalter.',
    scan: 'Scannen Sie den Code: Auf Ihrem Telefon sehen Sie, wie lange es dauert.',
    bring: 'Halten Sie bereit:',
    at: (date, time) => `${date}, ${time} Uhr`,
  },
};
