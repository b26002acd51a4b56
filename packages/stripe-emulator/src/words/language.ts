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

/**
 * Gives the language tag in a locale, English where there is none: browsers without a language of the system's own say
 * `en-US@posix`, and `Intl` would write nothing at all in that.
 */
export function usableLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.split('@', 1))[0] ?? 'en';
  } catch (error) {
    if (error instanceof RangeError) return 'en';
    throw error;
  }
}

function isIn(language: Language, locale: string): boolean {
  return new RegExp(`^${language}(?:-|$)`, 'iu').test(locale);
}
