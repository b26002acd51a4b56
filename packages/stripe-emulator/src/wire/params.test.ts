import { expect, test } from 'vitest';
import { bool, email, integer, list, metadata, object, oneOf, range, readParams, required, text } from './params.ts';
import { StripeError } from './stripe-error.ts';

const table = {
  amount: required(integer({ min: 0 })),
  currency: text({ max: 3 }),
  capture_method: oneOf('automatic', 'automatic_async', 'manual'),
  confirm: bool(),
  created: range(),
  line_items: list(object({ quantity: integer(), name: required(text()) })),
  metadata: metadata(),
};

function refusalOf(raw: Readonly<Record<string, unknown>>): object {
  try {
    readParams(table, raw);
  } catch (error) {
    if (error instanceof StripeError) return error.body;
    throw error;
  }
  throw new Error('It was accepted.');
}

test('everything is converted to what it means', () => {
  expect(
    readParams(table, {
      amount: '1099',
      confirm: 'true',
      created: { gte: '5' },
      line_items: { 0: { quantity: '2', name: 'Mug' } },
      metadata: { order: '7' },
    }),
  ).toMatchObject({
    amount: 1099,
    confirm: true,
    created: { gte: 5 },
    line_items: [{ quantity: 2, name: 'Mug' }],
    metadata: { order: '7' },
  });
});

test('an unknown parameter is refused by name, however deep', () => {
  expect(refusalOf({ amount: '1', tip: '2' })).toEqual({
    type: 'invalid_request_error',
    doc_url: 'https://stripe.com/docs/error-codes/parameter-unknown',
    message: 'Received unknown parameter: tip',
    param: 'tip',
    code: 'parameter_unknown',
  });
  expect(refusalOf({ amount: '1', line_items: { 0: { name: 'x', colour: 'red' } } })).toMatchObject({
    param: 'line_items[0][colour]',
  });
});

test('a missing parameter is refused by name', () => {
  expect(refusalOf({})).toMatchObject({
    message: 'Missing required param: amount.',
    code: 'parameter_missing',
    param: 'amount',
  });
});

test.each([
  [{ amount: '10.5' }, 'Invalid integer: 10.5'],
  [{ amount: '-1' }, 'This value must be greater than or equal to 0.'],
  [{ amount: '1', confirm: 'yes' }, 'Invalid boolean: yes'],
  [{ amount: '1', currency: 'euro' }, 'Invalid string: euro...; must be at most 3 characters'],
  [
    { amount: '1', capture_method: 'later' },
    'Invalid capture_method: must be one of automatic, automatic_async, or manual',
  ],
  [
    { amount: '1', metadata: { ['k'.repeat(41)]: 'v' } },
    'Metadata keys must be at most 40 characters; kkkkkkkkkkkk... has 41.',
  ],
])('%j is refused in words', (raw, message) => {
  expect(refusalOf(raw)).toMatchObject({ message, type: 'invalid_request_error' });
});

test('an e-mail address is one, or is taken away', () => {
  const contact = { email: email() };
  for (const given of ['ann@example.com', '']) expect(readParams(contact, { email: given }).email).toBe(given);
  for (const none of ['nope', 'a@b', 'a b@example.com'])
    expect(() => readParams(contact, { email: none })).toThrow('Invalid email address');
});
