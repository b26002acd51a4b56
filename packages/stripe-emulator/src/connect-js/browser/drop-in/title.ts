import { titles as german } from '../../../words/de/titles.ts';
import { titles as english } from '../../../words/en/titles.ts';
import { languageFor, type Language } from '../../../words/language.ts';
import { said } from '../../../words/said.ts';
import type { ComponentTag } from './component-table.ts';

const titles: Readonly<Record<Language, Readonly<Record<ComponentTag | 'session-end', string>>>> = {
  de: german,
  en: english,
};

/** Names the frame of a component for whoever does not see it. */
export function titleOf(tag: string, locale: string): string {
  return said(titles[languageFor(locale)], tag);
}
