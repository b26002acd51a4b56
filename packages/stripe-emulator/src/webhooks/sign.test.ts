import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { signatureHeader } from './sign.ts';

const body = '{"id":"evt_1","object":"event","type":"charge.succeeded"}';

test("the SDK accepts a signature of now, and no other secret's", () => {
  const stripe = new Stripe('sk_test_anything');
  const header = signatureHeader(body, 'whsec_right');
  expect(stripe.webhooks.constructEvent(body, header, 'whsec_right').id).toBe('evt_1');
  expect(() => stripe.webhooks.constructEvent(body, header, 'whsec_wrong')).toThrow(/signature/iu);
});
