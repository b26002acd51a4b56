import { english, type Words } from './english.ts';
import { german } from './german.ts';
import { languageFor } from './language.ts';

const words = { de: german, en: english };

/** Gives the words for a locale. */
export function wordsIn(locale: string): Words {
  return words[languageFor(locale)];
}
