import { expect, test } from 'vitest';
import { charge, openAccount, openTestWorld } from '../test/test-world.ts';
import { expand } from './expand.ts';
import { whenAsked } from './when-asked.ts';

test('what is sent only where it is asked for is not even made otherwise', () => {
  const world = openTestWorld();
  let made = 0;
  const answer = () => ({
    parts: [
      {
        object: 'thing',
        hidden: whenAsked(() => {
          made += 1;
          return { object: 'part' };
        }),
      },
    ],
  });
  expect(JSON.parse(JSON.stringify(expand(world, answer(), [])))).toEqual({ parts: [{ object: 'thing' }] });
  expect(made).toBe(0);
  const asked: unknown = JSON.parse(JSON.stringify(expand(world, answer(), ['parts.hidden'])));
  expect(asked).toEqual({ parts: [{ object: 'thing', hidden: { object: 'part' } }] });
  expect(made).toBe(1);
});

test('ids are replaced in each object of a list', () => {
  const world = openTestWorld();
  const { id } = openAccount(world);
  const paid = charge(world, id, 500);
  const list = { object: 'list', data: [{ object: 'charge', payment_intent: paid.paymentIntent }] };
  expect(expand(world, list, ['data.payment_intent'])).toMatchObject({
    data: [{ payment_intent: { id: paid.paymentIntent, amount: 500 } }],
  });
  expect(() => expand(world, { object: 'charge', amount: 5 }, ['nothing'])).toThrow('cannot be expanded');
});
