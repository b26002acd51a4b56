import type Stripe from 'stripe';
import { emit, emitObject } from '../world/events.ts';
import { mergedMetadata } from '../world/metadata.ts';
import type { Product } from '../world/state.ts';
import { born, type World } from '../world/world.ts';
import { listOf, listParams } from '../wire/lists.ts';
import { operation, type Operation, resource } from '../wire/operation.ts';
import { bool, ignored, integer, list, metadata, object, type ParamTable, required, text } from '../wire/params.ts';
import { invalidRequest } from '../wire/stripe-error.ts';
import { textOrNull } from './parts.ts';
import { createPrice } from './prices.ts';
import { searchOf, searchParams } from './search.ts';

const productParams = {
  active: bool(),
  description: text({ max: 40_000 }),
  images: list(text()),
  marketing_features: ignored(),
  metadata: metadata(),
  package_dimensions: ignored(),
  shippable: bool(),
  statement_descriptor: text({ max: 22 }),
  tax_code: ignored(),
  unit_label: text({ max: 12 }),
  url: text(),
} as const satisfies ParamTable;

/** What is sold. */
export const productOperations: readonly Operation[] = [
  operation({
    method: 'POST',
    path: '/v1/products',
    params: {
      ...productParams,
      id: text(),
      name: required(text()),
      default_price_data: object({
        currency: required(text()),
        unit_amount: required(integer({ min: 0 })),
        tax_behavior: ignored(),
        metadata: metadata(),
      }),
    },
    run: ({ world, account, params }) => {
      const start = born(world, 'prod', account);
      const product = world.store.insert('product', {
        ...start,
        ...(params.id !== undefined && { id: params.id }),
        name: params.name,
        description: textOrNull(params.description),
        active: params.active ?? true,
        images: params.images ?? [],
        url: textOrNull(params.url),
        shippable: params.shippable ?? null,
        statementDescriptor: textOrNull(params.statement_descriptor),
        unitLabel: textOrNull(params.unit_label),
        defaultPrice: null,
        updatedUnix: start.createdUnix,
        metadata: mergedMetadata({}, params.metadata),
      });
      const { default_price_data: priced } = params;
      const defaultPrice = priced && createPrice(world, product, { ...priced, unitAmount: priced.unit_amount }).id;
      const kept = world.store.update('product', product.id, { defaultPrice: defaultPrice ?? null });
      emit(world, 'product.created', 'product', kept.id);
      return productToWire(world, kept);
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/products',
    params: { ...listParams, active: bool(), ids: ignored(), shippable: bool(), url: text() },
    run: (call) => {
      const { active, shippable, url } = call.params;
      return listOf(call, 'product', '/v1/products', { active, shippable, url });
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/products/search',
    params: searchParams,
    run: (call) => searchOf(call, 'product', '/v1/products/search'),
  }),
  operation({
    method: 'GET',
    path: '/v1/products/:id',
    params: {},
    run: (call) => productToWire(call.world, resource(call, 'product', call.path['id'] ?? '')),
  }),
  operation({
    method: 'POST',
    path: '/v1/products/:id',
    params: { ...productParams, name: text(), default_price: text() },
    run: (call) => {
      const { world, params } = call;
      const product = resource(call, 'product', call.path['id'] ?? '');
      if (params.default_price !== undefined) resource(call, 'price', params.default_price, 'default_price');
      const changed = world.store.update('product', product.id, {
        name: params.name ?? product.name,
        description: textOrNull(params.description, product.description),
        active: params.active ?? product.active,
        images: params.images ?? product.images,
        url: textOrNull(params.url, product.url),
        shippable: params.shippable ?? product.shippable,
        statementDescriptor: textOrNull(params.statement_descriptor, product.statementDescriptor),
        unitLabel: textOrNull(params.unit_label, product.unitLabel),
        defaultPrice: params.default_price ?? product.defaultPrice,
        updatedUnix: world.clock.nowUnix(),
        metadata: mergedMetadata(product.metadata, params.metadata),
      });
      emit(world, 'product.updated', 'product', product.id, productToWire(world, product));
      return productToWire(world, changed);
    },
  }),
  operation({
    method: 'DELETE',
    path: '/v1/products/:id',
    params: {},
    run: (call) => {
      const { world } = call;
      const product = resource(call, 'product', call.path['id'] ?? '');
      if (world.store.all('price', product.account, { product: product.id }).length > 0)
        throw invalidRequest('This product cannot be deleted because it has one or more user-created prices.');
      world.store.remove('product', product.id);
      emitObject(world, 'product.deleted', product.account, productToWire(world, product));
      return { id: product.id, object: 'product', deleted: true } satisfies Stripe.DeletedProduct;
    },
  }),
];

export function productToWire(world: World, product: Product): Stripe.Product {
  return {
    id: product.id,
    object: 'product',
    active: product.active,
    created: product.createdUnix,
    default_price: product.defaultPrice,
    description: product.description,
    images: [...product.images],
    livemode: world.settings.livemode,
    marketing_features: [],
    metadata: { ...product.metadata },
    name: product.name,
    package_dimensions: null,
    shippable: product.shippable,
    statement_descriptor: product.statementDescriptor,
    tax_code: null,
    tax_details: null,
    type: 'service',
    unit_label: product.unitLabel,
    updated: product.updatedUnix,
    url: product.url,
  };
}
