import { expect, test } from 'vitest';
import { isEmailAddress } from './email-address.ts';

test.each(['ada@example.com', 'o’neil+shop@mail.example.co.uk', '用户@例子.公司'])('%s is let through', (address) => {
  expect(isEmailAddress(address)).toBe(true);
});

test.each(['', 'ada', 'ada@', 'ada@example', 'ada@example.', 'a da@example.com', `${'a'.repeat(250)}@example.com`])(
  '"%s" is not whole',
  (address) => {
    expect(isEmailAddress(address)).toBe(false);
  },
);
