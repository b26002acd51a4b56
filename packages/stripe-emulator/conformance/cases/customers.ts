import type { Case } from '../case.ts';

/** Customers and how they pay. */
export const customerCases: readonly Case[] = [
  ['POST /v1/customers', 'Stripe.Customer', ({ stripe }) => stripe.customers.create({ name: 'Ann', email: 'a@b.co' })],
  ['GET /v1/customers', 'Stripe.ApiList<Stripe.Customer>', ({ stripe }) => stripe.customers.list()],
  ['GET /v1/customers/:id', 'Stripe.Customer', ({ stripe, made }) => stripe.customers.retrieve(made.customer)],
  [
    'POST /v1/customers/:id',
    'Stripe.Customer',
    ({ stripe, made }) => stripe.customers.update(made.customer, { address: { city: 'Berlin' } }),
  ],
  [
    'GET /v1/customers/search',
    'Stripe.ApiSearchResult<Stripe.Customer>',
    ({ stripe }) => stripe.customers.search({ query: "email:'a@b.co'" }),
  ],
  [
    'POST /v1/payment_methods',
    'Stripe.PaymentMethod',
    ({ stripe }) => stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_amex' } }),
  ],
  [
    'GET /v1/payment_methods/:id',
    'Stripe.PaymentMethod',
    ({ stripe, made }) => stripe.paymentMethods.retrieve(made.method),
  ],
  [
    'POST /v1/payment_methods/:id',
    'Stripe.PaymentMethod',
    ({ stripe, made }) => stripe.paymentMethods.update(made.method, { billing_details: { name: 'Ann' } }),
  ],
  [
    'POST /v1/payment_methods/:id/attach',
    'Stripe.PaymentMethod',
    ({ stripe, made }) => stripe.paymentMethods.attach(made.method, { customer: made.customer }),
  ],
  [
    'GET /v1/payment_methods',
    'Stripe.ApiList<Stripe.PaymentMethod>',
    ({ stripe, made }) => stripe.paymentMethods.list({ customer: made.customer }),
  ],
  [
    'GET /v1/customers/:id/payment_methods',
    'Stripe.ApiList<Stripe.PaymentMethod>',
    ({ stripe, made }) => stripe.customers.listPaymentMethods(made.customer),
  ],
  [
    'GET /v1/customers/:id/payment_methods/:method',
    'Stripe.PaymentMethod',
    ({ stripe, made }) => stripe.customers.retrievePaymentMethod(made.customer, made.method),
  ],
  [
    'POST /v1/payment_methods/:id/detach',
    'Stripe.PaymentMethod',
    ({ stripe, made }) => stripe.paymentMethods.detach(made.method),
  ],
  ['DELETE /v1/customers/:id', 'Stripe.DeletedCustomer', ({ stripe, made }) => stripe.customers.del(made.customer)],
];
