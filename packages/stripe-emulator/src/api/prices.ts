import type Stripe from 'stripe';
import { emit } from '../world/events.ts';
import { mergedMetadata, type MetadataWish } from '../world/metadata.ts';
import { unknownCurrency } from '../world/payment-errors.ts';
import { isCurrency } from '../world/currencies.ts';
import type { Price, Product } from '../world/state.ts';
import { born, type World } from '../world/world.ts';
import { listOf, listParams } from '../wire/lists.ts';
import { type Call, operation, type Operation, resource } from '../wire/operation.ts';
import {
  bool,
  ignored,
  integer,
  list,
  metadata,
  object,
  oneOf,
  type ParamTable,
  required,
  text,
} from '../wire/params.ts';
import { invalidParam } from '../wire/stripe-error.ts';
import { textOrNull } from './parts.ts';
import { searchOf, searchParams } from './search.ts';

const taxBehavior = oneOf('exclusive', 'inclusive', 'unspecified');

/** What products cost; recurring prices are not emulated. */
export const priceOperations: readonly Operation[] = [
  operation({
    method: 'POST',
    path: '/v1/prices',
    params: {
      active: bool(),
      billing_scheme: oneOf('per_unit'),
      currency: required(text({ max: 3 })),
      lookup_key: text({ max: 200 }),
      metadata: metadata(),
      nickname: text(),
      product: text(),
      product_data: object({ name: required(text()), metadata: metadata(), active: bool(), unit_label: ignored() }),
      tax_behavior: taxBehavior,
      unit_amount: required(integer({ min: 0 })),
    },
    run: (call) => {
      const { world, params } = call;
      const price = createPrice(world, productFor(call, params), {
        currency: params.currency,
        unitAmount: params.unit_amount,
        active: params.active ?? true,
        nickname: textOrNull(params.nickname),
        lookupKey: textOrNull(params.lookup_key),
        taxBehavior: params.tax_behavior ?? 'unspecified',
        metadata: params.metadata,
      });
      return priceToWire(world, price);
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/prices',
    params: {
      ...listParams,
      active: bool(),
      currency: text(),
      product: text(),
      type: oneOf('one_time', 'recurring'),
      lookup_keys: list(text()),
    },
    run: (call) => {
      const { active, currency, product, lookup_keys: keys } = call.params;
      return listOf(call, 'price', '/v1/prices', { active, currency, product, lookupKey: keys?.[0] });
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/prices/search',
    params: searchParams,
    run: (call) => searchOf(call, 'price', '/v1/prices/search'),
  }),
  operation({
    method: 'GET',
    path: '/v1/prices/:id',
    params: {},
    run: (call) => priceToWire(call.world, resource(call, 'price', call.path['id'] ?? '')),
  }),
  operation({
    method: 'POST',
    path: '/v1/prices/:id',
    params: {
      active: bool(),
      lookup_key: text({ max: 200 }),
      metadata: metadata(),
      nickname: text(),
      tax_behavior: taxBehavior,
    },
    run: (call) => {
      const { world, params } = call;
      const price = resource(call, 'price', call.path['id'] ?? '');
      const changed = world.store.update('price', price.id, {
        active: params.active ?? price.active,
        nickname: textOrNull(params.nickname, price.nickname),
        lookupKey: textOrNull(params.lookup_key, price.lookupKey),
        taxBehavior: params.tax_behavior ?? price.taxBehavior,
        metadata: mergedMetadata(price.metadata, params.metadata),
      });
      emit(world, 'price.updated', 'price', price.id, priceToWire(world, price));
      return priceToWire(world, changed);
    },
  }),
];

function productFor(
  call: Pick<Call<ParamTable>, 'account' | 'world'>,
  params: {
    readonly product: string | undefined;
    readonly product_data: { readonly name: string; readonly metadata?: MetadataWish | undefined } | undefined;
  },
): Product {
  if ((params.product === undefined) === (params.product_data === undefined))
    throw invalidParam('You must specify either `product` or `product_data` when creating a price.', 'product');
  if (params.product_data === undefined) return resource(call, 'product', params.product ?? '', 'product');
  const { world, account } = call;
  const start = born(world, 'prod', account);
  const product = world.store.insert('product', {
    ...start,
    name: params.product_data.name,
    description: null,
    active: true,
    images: [],
    url: null,
    shippable: null,
    statementDescriptor: null,
    unitLabel: null,
    defaultPrice: null,
    updatedUnix: start.createdUnix,
    metadata: mergedMetadata({}, params.product_data.metadata),
  });
  emit(world, 'product.created', 'product', product.id);
  return product;
}

interface NewPrice {
  readonly currency: string;
  readonly unitAmount: number;
  readonly active?: boolean;
  readonly nickname?: string | null;
  readonly lookupKey?: string | null;
  readonly taxBehavior?: Price['taxBehavior'];
  readonly metadata?: MetadataWish | undefined;
}

/** Gives a product a price. */
export function createPrice(world: World, { id: product, account }: Product, wish: NewPrice): Price {
  const currency = wish.currency.toLowerCase();
  if (!isCurrency(currency)) throw unknownCurrency(currency);
  const price = world.store.insert('price', {
    ...born(world, 'price', account),
    product,
    currency,
    unitAmount: wish.unitAmount,
    active: wish.active ?? true,
    nickname: wish.nickname ?? null,
    lookupKey: wish.lookupKey ?? null,
    taxBehavior: wish.taxBehavior ?? 'unspecified',
    metadata: mergedMetadata({}, wish.metadata),
  });
  emit(world, 'price.created', 'price', price.id);
  return price;
}

/** On the wire decimals are text; the SDK makes numbers of its own of them. */
type WirePrice = Omit<Stripe.Price, 'unit_amount_decimal'> & { readonly unit_amount_decimal: string };

export function priceToWire(world: World, price: Price): WirePrice {
  return {
    id: price.id,
    object: 'price',
    active: price.active,
    billing_scheme: 'per_unit',
    created: price.createdUnix,
    currency: price.currency,
    custom_unit_amount: null,
    livemode: world.settings.livemode,
    lookup_key: price.lookupKey,
    metadata: { ...price.metadata },
    nickname: price.nickname,
    product: price.product,
    recurring: null,
    tax_behavior: price.taxBehavior,
    tiers_mode: null,
    transform_quantity: null,
    type: 'one_time',
    unit_amount: price.unitAmount,
    unit_amount_decimal: String(price.unitAmount),
  };
}
