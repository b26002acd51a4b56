/** The platform's colour as these pages use it, in one theme. */
export interface Accent {
  /** Fills: buttons, marks. */
  readonly accent: string;
  /** The same, hovered. */
  readonly accentStrong: string;
  /** What is written on it. */
  readonly onAccent: string;
  /** The colour as text and as a focus ring. */
  readonly accentInk: string;
  /** A tint for what is chosen. */
  readonly accentSurface: string;
}

type Rgb = readonly [number, number, number];

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];
const ink: Rgb = [25, 27, 34];

/** Grounds that accent text stands on; the darkest of the light theme, the lightest of the dark one. */
const grounds: Readonly<Record<'light' | 'dark', Rgb>> = { light: [240, 240, 243], dark: [33, 35, 41] };
const surfaces: Readonly<Record<'light' | 'dark', Rgb>> = { light: white, dark: [24, 25, 30] };

const READABLE = 4.5;

/**
 * Returns how a colour is used in a theme so that everything written in it or on it can be read.
 *
 * @param color - `#rrggbb`, as the platform configured it; kept as it is wherever it is readable.
 */
export function accentFrom(color: string, theme: 'light' | 'dark'): Accent {
  const own = rgbFrom(color);
  const { fill, text } = readableFill(own);
  const away = theme === 'light' ? black : white;
  const surface = mix(surfaces[theme], own, theme === 'light' ? 0.08 : 0.16);
  return {
    accent: hexFrom(fill),
    accentStrong: hexFrom(mix(fill, text === white ? black : white, 0.14)),
    onAccent: hexFrom(text),
    accentInk: hexFrom(readable(readable(own, grounds[theme], away), surface, away)),
    accentSurface: hexFrom(surface),
  };
}

/** A few colours of middling lightness carry neither white nor dark text: those become a little darker. */
function readableFill(own: Rgb): { readonly fill: Rgb; readonly text: Rgb } {
  if (contrast(own, white) < READABLE && contrast(own, ink) >= READABLE) return { fill: own, text: ink };
  return { fill: readable(own, white, black), text: white };
}

/** Returns the contrast of two colours, 1 to 21. @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrastOf(a: string, b: string): number {
  return contrast(rgbFrom(a), rgbFrom(b));
}

function readable(color: Rgb, ground: Rgb, away: Rgb): Rgb {
  for (let share = 0; share < 1; share += 0.04) {
    const candidate = mix(color, away, share);
    if (contrast(candidate, ground) >= READABLE) return candidate;
  }
  return away;
}

function contrast(a: Rgb, b: Rgb): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mix([r1, g1, b1]: Rgb, [r2, g2, b2]: Rgb, share: number): Rgb {
  const between = (from: number, to: number): number => Math.round(from + (to - from) * share);
  return [between(r1, r2), between(g1, g2), between(b1, b2)];
}

function rgbFrom(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function hexFrom(color: Rgb): string {
  return `#${color.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
