import fc from 'fast-check';
import { expect, test } from 'vitest';
import { qrPath } from './qr-path.ts';

test('neighbours in a row become one bar', () => {
  expect(
    qrPath([
      [true, true, false, true],
      [false, false, false, false],
    ]),
  ).toBe('M0 0h2v1h-2zM3 0h1v1h-1z');
});

test('the bars cover exactly the dark modules', () => {
  const rows = fc.array(fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(rows, (modules) => {
      const covered = modules.map((row) => row.map(() => false));
      for (const [, x, y, length] of qrPath(modules).matchAll(/M(\d+) (\d+)h(\d+)/gu)) {
        covered[Number(y)]?.fill(true, Number(x), Number(x) + Number(length));
      }
      expect(covered).toEqual(modules);
    }),
  );
});
