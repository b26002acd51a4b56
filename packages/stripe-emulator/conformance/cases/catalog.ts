import type { Case } from '../case.ts';

/** What is sold. */
export const catalogCases: readonly Case[] = [
  ['POST /v1/products', 'Stripe.Product', ({ stripe }) => stripe.products.create({ name: 'Bread' })],
  ['GET /v1/products', 'Stripe.ApiList<Stripe.Product>', ({ stripe }) => stripe.products.list()],
  ['GET /v1/products/:id', 'Stripe.Product', ({ stripe, made }) => stripe.products.retrieve(made.product)],
  [
    'POST /v1/products/:id',
    'Stripe.Product',
    ({ stripe, made }) => stripe.products.update(made.product, { description: 'Rye' }),
  ],
  [
    'POST /v1/prices',
    'Stripe.Price',
    ({ stripe, made }) => stripe.prices.create({ currency: 'usd', unit_amount: 500, product: made.product }),
  ],
  ['GET /v1/prices', 'Stripe.ApiList<Stripe.Price>', ({ stripe }) => stripe.prices.list()],
  ['GET /v1/prices/:id', 'Stripe.Price', ({ stripe, made }) => stripe.prices.retrieve(made.price)],
  ['POST /v1/prices/:id', 'Stripe.Price', ({ stripe, made }) => stripe.prices.update(made.price, { nickname: 'Loaf' })],
  [
    'GET /v1/prices/search',
    'Stripe.ApiSearchResult<Stripe.Price>',
    ({ stripe }) => stripe.prices.search({ query: 'active:"true"' }),
  ],
  [
    'GET /v1/products/search',
    'Stripe.ApiSearchResult<Stripe.Product>',
    ({ stripe }) => stripe.products.search({ query: 'name:"Bread"' }),
  ],
  [
    'DELETE /v1/products/:id',
    'Stripe.DeletedProduct',
    async ({ stripe }) => stripe.products.del((await stripe.products.create({ name: 'Gone' })).id),
  ],
];
