import { expect, test } from 'vitest';
import { parseMultipart } from './multipart.ts';

test('a form keeps its texts, and of its files the name, size and digest', () => {
  const head = '--edge\r\nContent-Disposition: form-data; name=';
  const file = `${head}"file"; filename="ü.png"\r\nContent-Type: image/png\r\n\r\n`;
  const body = Buffer.concat([
    Buffer.from(`${head}"purpose"\r\n\r\ndispute_evidence\r\n${file}`),
    Buffer.from([0, 255, 13, 10, 7]),
    Buffer.from('\r\n--edge--\r\n'),
  ]);
  expect(parseMultipart(body, 'multipart/form-data; boundary=edge')).toEqual({
    purpose: 'dispute_evidence',
    file: { filename: 'ü.png', size: 5, digest: expect.stringMatching(/^[0-9a-f]{64}$/u) },
  });
});

test('without a boundary it is no form', () => {
  expect(parseMultipart(Buffer.from('x'), 'multipart/form-data')).toBeUndefined();
});
