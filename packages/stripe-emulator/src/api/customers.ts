import type Stripe from 'stripe';
import { emit, emitObject } from '../world/events.ts';
import { mergedMetadata } from '../world/metadata.ts';
import type { Customer } from '../world/state.ts';
import { born, type World } from '../world/world.ts';
import { listOf, listParams } from '../wire/lists.ts';
import { type Call, operation, type Operation, resource } from '../wire/operation.ts';
import { email, ignored, metadata, object, type ParamsOf, type ParamTable, required, text } from '../wire/params.ts';
import { resourceMissing } from '../wire/stripe-error.ts';
import { addressFrom, addressParam } from './address.ts';
import { textOrNull } from './parts.ts';
import { searchOf, searchParams } from './search.ts';

const customerParams = {
  address: addressParam,
  description: text(),
  email: email(),
  invoice_settings: ignored(),
  metadata: metadata(),
  name: text({ max: 256 }),
  payment_method: ignored(),
  phone: text({ max: 20 }),
  preferred_locales: ignored(),
  shipping: object({ address: required(addressParam), name: required(text()), phone: text() }),
  tax: ignored(),
  tax_exempt: ignored(),
} as const satisfies ParamTable;

/** Who buys: of the platform, or of a connected account. */
export const customerOperations: readonly Operation[] = [
  operation({
    method: 'POST',
    path: '/v1/customers',
    params: customerParams,
    run: ({ world, account, params }) => {
      const nobody = { name: null, email: null, phone: null, description: null, address: null, shipping: null };
      const customer = world.store.insert('customer', {
        ...born(world, 'cus', account),
        ...nobody,
        deleted: false,
        ...changeFrom(params),
        metadata: mergedMetadata({}, params.metadata),
      });
      emit(world, 'customer.created', 'customer', customer.id);
      return customerToWire(world, customer);
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/customers',
    params: { ...listParams, email: text(), test_clock: ignored() },
    run: (call) =>
      listOf(call, 'customer', '/v1/customers', {
        deleted: false,
        email: call.params.email,
      }),
  }),
  operation({
    method: 'GET',
    path: '/v1/customers/search',
    params: searchParams,
    run: (call) => searchOf(call, 'customer', '/v1/customers/search'),
  }),
  operation({
    method: 'GET',
    path: '/v1/customers/:id',
    params: {},
    run: (call) => {
      const customer = resource(call, 'customer', call.path['id'] ?? '');
      return customer.deleted ? deletedToWire(customer) : customerToWire(call.world, customer);
    },
  }),
  operation({
    method: 'POST',
    path: '/v1/customers/:id',
    params: { ...customerParams, default_source: ignored() },
    run: (call) => {
      const { world, params } = call;
      const customer = customerOf(call);
      const { id, metadata: known } = customer;
      const changed = world.store.update('customer', id, {
        ...changeFrom(params),
        metadata: mergedMetadata(known, params.metadata),
      });
      emit(world, 'customer.updated', 'customer', id, customerToWire(world, customer));
      return customerToWire(world, changed);
    },
  }),
  operation({
    method: 'DELETE',
    path: '/v1/customers/:id',
    params: {},
    run: (call) => {
      const { world } = call;
      const customer = customerOf(call);
      const shown = customerToWire(world, customer);
      world.store.update('customer', customer.id, { deleted: true });
      for (const { id } of world.store.all('payment_method', customer.account, { customer: customer.id }))
        world.store.update('payment_method', id, { customer: null, spent: true });
      emitObject(world, 'customer.deleted', customer.account, shown);
      return deletedToWire(customer);
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/customers/:id/payment_methods',
    params: { ...listParams, type: text(), allow_redisplay: ignored() },
    run: (call) => {
      const { id } = customerOf(call);
      return listOf(call, 'payment_method', `/v1/customers/${id}/payment_methods`, { customer: id });
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/customers/:id/payment_methods/:method',
    params: {},
    run: (call) => {
      const { id } = customerOf(call);
      const method = resource(call, 'payment_method', call.path['method'] ?? '');
      if (method.customer !== id) throw resourceMissing('PaymentMethod', method.id);
      return call.world.render(call.world, 'payment_method', method);
    },
  }),
];

/** Returns the customer of the path; a deleted one is as good as none. */
export function customerOf(call: Pick<Call<ParamTable>, 'account' | 'path' | 'world'>): Customer {
  return living(call, call.path['id'] ?? '');
}

/**
 * Returns the customer that a parameter names.
 *
 * @throws {StripeError} resource_missing, for a deleted one too.
 */
export function customerNamed(call: Pick<Call<ParamTable>, 'account' | 'world'>, id: string): Customer {
  return living(call, id, 'customer');
}

function living({ world, account }: Pick<Call<ParamTable>, 'account' | 'world'>, id: string, param?: string): Customer {
  const customer = resource({ world, account }, 'customer', id, param);
  return customer.deleted ? resource({ world, account: '' }, 'customer', id, param) : customer;
}

function changeFrom(params: ParamsOf<typeof customerParams>): Partial<Customer> {
  const texts = (['name', 'email', 'phone', 'description'] as const).flatMap((field) =>
    params[field] === undefined ? [] : [[field, textOrNull(params[field])] as const],
  );
  return {
    ...Object.fromEntries(texts),
    ...(params.address !== undefined && { address: addressFrom(params.address) }),
    ...(params.shipping !== undefined && {
      shipping: {
        name: params.shipping.name,
        phone: params.shipping.phone ?? null,
        address: addressFrom(params.shipping.address),
      },
    }),
  };
}

function deletedToWire({ id }: Customer): Stripe.DeletedCustomer {
  return { id, object: 'customer', deleted: true };
}

export function customerToWire(world: World, customer: Customer): Stripe.Customer {
  const { address, shipping } = customer;
  return {
    id: customer.id,
    object: 'customer',
    address: address && { ...address },
    balance: 0,
    created: customer.createdUnix,
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: customer.description,
    discount: null,
    email: customer.email,
    invoice_prefix: customer.id.slice(-8).toUpperCase(),
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: world.settings.livemode,
    metadata: { ...customer.metadata },
    name: customer.name,
    next_invoice_sequence: 1,
    phone: customer.phone,
    preferred_locales: [],
    shipping: shipping && { name: shipping.name, phone: shipping.phone, address: { ...shipping.address } },
    tax_exempt: 'none',
    test_clock: null,
  };
}
