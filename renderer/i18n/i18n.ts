import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en/index.ts';
import { nl } from './nl/index.ts';

/** Dutch is what the clerks speak; English stands beside it. */
export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const REMEMBERED = 'waarmee.language';

/** The language that was chosen on this workstation, Dutch if none. */
export function rememberedLanguage(storage: Pick<Storage, 'getItem'>): Language {
  const stored = storage.getItem(REMEMBERED);
  return LANGUAGES.find((language) => language === stored) ?? 'nl';
}

/** Changes the language of the texts and of the page, and remembers it on this workstation. */
export async function changeLanguage(
  texts: i18n,
  language: Language,
  storage: Pick<Storage, 'setItem'>,
): Promise<void> {
  storage.setItem(REMEMBERED, language);
  document.documentElement.lang = language;
  await texts.changeLanguage(language);
}

/** All texts of the counter window, ready at once: they are part of the bundle. */
export function createTexts(language: Language): i18n {
  const texts = createInstance();
  void texts.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'nl',
    defaultNS: 'common',
    resources: { nl, en },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return texts;
}
