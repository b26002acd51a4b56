import { usableLocale } from '../../../words/language.ts';
import type { FontSource, Look } from '../protocol.ts';
import type { Options } from './connection.ts';

/** Gathers how a component is to look at this place of the page. */
export function lookAt(place: Element, options: Options, fonts: readonly FontSource[]): Look {
  return {
    variables: plainVariables(options.appearance?.variables ?? {}),
    overlays: options.appearance?.overlays ?? 'dialog',
    locale: localeOf(options),
    showObjectIds: options.displayOptions?.showObjectIds ?? false,
    inherited: { fontFamily: getComputedStyle(place).fontFamily, background: backgroundBehind(place) },
    fonts,
  };
}

/** What the page sets, otherwise what the browser prefers. */
export function localeOf({ locale = navigator.language }: Options): string {
  return usableLocale(locale);
}

/** Drops what cannot be posted: a function among the variables must not break the component. */
function plainVariables(variables: object): Record<string, string | number> {
  const entries = Object.entries(variables).filter(
    (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  return Object.fromEntries(entries);
}

function backgroundBehind(place: Element): string {
  for (let element: Element | null = place; element; element = element.parentElement) {
    const { backgroundColor } = getComputedStyle(element);
    if (backgroundColor !== 'rgba(0, 0, 0, 0)' && backgroundColor !== 'transparent') return backgroundColor;
  }
  return '#ffffff';
}
