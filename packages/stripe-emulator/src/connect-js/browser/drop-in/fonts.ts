import type { CssFontSource, CustomFontSource } from '@stripe/connect-js';
import type { FontSource } from '../protocol.ts';

/** Tells the fonts that the page describes itself. */
export function customFontsOf(sources: readonly (CssFontSource | CustomFontSource)[]): readonly FontSource[] {
  return sources.filter((source) => 'family' in source).map((font) => withAbsoluteUrls(font, document.baseURI));
}

/**
 * Reads the fonts of the page's style sheets. The page itself fetches them: Stripe asks platforms to allow them in their
 * `connect-src`. One that cannot be had is told by the browser, and the text stays in the next font of its family.
 */
export async function styleSheetFontsOf(
  sources: readonly (CssFontSource | CustomFontSource)[],
): Promise<readonly FontSource[]> {
  const sheets = sources.filter((source) => 'cssSrc' in source);
  const read = await Promise.allSettled(sheets.map(async ({ cssSrc }) => fontsIn(new URL(cssSrc, document.baseURI))));
  return read.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
}

/** Nothing of a style sheet but its fonts comes into a component. */
async function fontsIn(url: URL): Promise<readonly FontSource[]> {
  const response = await fetch(url);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await response.text());
  return [...sheet.cssRules]
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .map(({ style }) => withAbsoluteUrls(fontFrom(style), url.href));
}

function fontFrom(style: CSSStyleDeclaration): FontSource {
  const descriptors = {
    display: style.getPropertyValue('font-display'),
    style: style.getPropertyValue('font-style'),
    unicodeRange: style.getPropertyValue('unicode-range'),
    weight: style.getPropertyValue('font-weight'),
  };
  return {
    family: style.getPropertyValue('font-family').replaceAll(/^["']|["']$/gu, ''),
    src: style.getPropertyValue('src'),
    ...Object.fromEntries(Object.entries(descriptors).filter(([, value]) => value !== '')),
  };
}

function withAbsoluteUrls(font: FontSource, base: string): FontSource {
  const src = font.src.replaceAll(/url\((['"]?)([^'")]+)\1\)/gu, (_, __, url: string) => {
    return `url("${new URL(url, base).href}")`;
  });
  return { ...font, src };
}
