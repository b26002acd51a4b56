import { expect, it } from 'vitest';
import { pdfOf } from './pdf.ts';

it('writes a file whose table leads to each of its objects', () => {
  const file = pdfOf('Statement', [
    { left: 'Fern & Co', style: 'title' },
    { left: 'Payments', right: '$12.50' },
  ]);
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/u.exec(file)?.[1]);
  expect(file.slice(start, start + 5)).toBe('xref\n');
  const offsets = [...file.slice(start).matchAll(/^(\d{10}) 00000 n $/gmu)].map((match) => Number(match[1]));
  expect(offsets.length).toBeGreaterThan(7);
  for (const [index, offset] of offsets.entries())
    expect(file.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj\n`));
});

it('says truly how long each page is', () => {
  const file = pdfOf(
    'Long',
    Array.from({ length: 100 }, (_, index) => ({ left: `Line ${index}`, right: '1.00' })),
  );
  const pages = [...file.matchAll(/<< \/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/gu)];
  expect(pages).toHaveLength(3);
  for (const [, length, content = ''] of pages) expect(content).toHaveLength(Number(length));
  expect(file).toContain('/Count 3');
});

it('keeps brackets, euros and umlauts, and is ASCII only', () => {
  const file = pdfOf('Ü', [{ left: 'Käse (\\) 漢', right: '€5.00' }]);
  expect(file).toContain(String.raw`(K\344se \(\\\) ?)`);
  expect(file).toContain(String.raw`(\2005.00)`);
  expect(file).toMatch(/^[\n -~]+$/u);
});
