import { languageTag } from '../../../words/language.ts';
import type { FontSource, Look } from '../protocol.ts';
import { appearanceVariables } from './appearance-variables.ts';

/** Makes the appearance variables that the page set CSS custom properties of the same name; all others fall back. */
export function applyLook(look: Look): void {
  const root = document.documentElement;
  for (const name of appearanceVariables) {
    const value = look.variables[name];
    if (value === undefined) root.style.removeProperty(`--${name}`);
    else root.style.setProperty(`--${name}`, String(value));
  }
  root.style.setProperty('--inheritedFontFamily', look.inherited.fontFamily);
  root.style.setProperty('--inheritedBackground', look.inherited.background);
  root.dataset['scheme'] = isDark(root) ? 'dark' : 'light';
  root.dataset['overlays'] = look.overlays;
  root.lang = languageTag(look.locale);
  for (const font of look.fonts) loadFont(font);
}

/** Below this relative luminance a background calls for light text (WCAG 2.2: the point of equal contrast). */
const EQUAL_CONTRAST_LUMINANCE = 0.179;

function isDark(root: HTMLElement): boolean {
  const probe = document.createElement('span');
  probe.style.color = 'var(--colorBackground, var(--inheritedBackground))';
  root.append(probe);
  const channels =
    getComputedStyle(probe)
      .color.match(/[\d.]+/g)
      ?.map(Number) ?? [];
  probe.remove();
  const [red = 255, green = 255, blue = 255] = channels;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) < EQUAL_CONTRAST_LUMINANCE;
}

function linear(channel: number): number {
  return (channel / 255) ** 2.2;
}

const loaded = new Set<string>();

function loadFont({ family, src, ...descriptors }: FontSource): void {
  const key = JSON.stringify([family, src, descriptors]);
  if (loaded.has(key)) return;
  loaded.add(key);
  const { display, style, unicodeRange, weight } = descriptors;
  const face = new FontFace(family, src, {
    ...(isFontDisplay(display) && { display }),
    ...(style !== undefined && { style }),
    ...(unicodeRange !== undefined && { unicodeRange }),
    ...(weight !== undefined && { weight }),
  });
  document.fonts.add(face);
}

function isFontDisplay(display: string | undefined): display is FontDisplay {
  return display !== undefined && ['auto', 'block', 'fallback', 'optional', 'swap'].includes(display);
}
