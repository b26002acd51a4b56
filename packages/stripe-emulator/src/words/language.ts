/** The languages that words are written in. */
export type Language = 'de' | 'en';

/** Gives the language of the words for a locale: German where it is German, otherwise English. */
export function languageFor(locale: string): Language {
  return isIn('de', locale) ? 'de' : 'en';
}

/** Names the language of the words as precisely as the locale does, where it is one of that language. */
export function languageTag(locale: string): string {
  const language = languageFor(locale);
  return isIn(language, locale) ? locale : language;
}

function isIn(language: Language, locale: string): boolean {
  return new RegExp(`^${language}(?:-|$)`, 'iu').test(locale);
}
