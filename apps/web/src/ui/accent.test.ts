import { expect, test } from 'vitest';
import { accentFrom, contrastOf } from './accent.ts';

const steps = Array.from({ length: 16 }, (_, step) => (step * 17).toString(16).padStart(2, '0'));
const colors = steps.flatMap((red) => steps.flatMap((green) => steps.map((blue) => `#${red}${green}${blue}`)));
const grounds = { light: ['#ffffff', '#f7f7f9', '#f0f0f3'], dark: ['#18191e', '#101114', '#212329'] };

test.each(['light', 'dark'] as const)(
  'whatever colour a platform has, what is written on it can be read, %s',
  (theme) => {
    const unreadable = colors.filter((color) => {
      const { accent, accentStrong, onAccent } = accentFrom(color, theme);
      return Math.min(contrastOf(accent, onAccent), contrastOf(accentStrong, onAccent)) < 4.5;
    });
    expect(unreadable).toEqual([]);
  },
);

test.each(['light', 'dark'] as const)(
  'whatever colour a platform has, what is written in it can be read, %s',
  (theme) => {
    const unreadable = colors.filter((color) => {
      const { accentInk, accentSurface } = accentFrom(color, theme);
      return [...grounds[theme], accentSurface].some((ground) => contrastOf(accentInk, ground) < 4.5);
    });
    expect(unreadable).toEqual([]);
  },
);

test('a colour that text can be read on is kept as the platform chose it', () => {
  expect(accentFrom('#4f46e5', 'light')).toMatchObject({
    accent: '#4f46e5',
    onAccent: '#ffffff',
    accentInk: '#4f46e5',
  });
  expect(accentFrom('#ffc800', 'dark')).toMatchObject({ accent: '#ffc800', onAccent: '#191b22', accentInk: '#ffc800' });
});

test('black on white has the greatest contrast there is', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21);
});
