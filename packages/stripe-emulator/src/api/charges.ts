import { captureCharge } from '../world/charging.ts';
import { createCharge } from '../world/charges.ts';
import { emit } from '../world/events.ts';
import { mergedMetadata } from '../world/metadata.ts';
import { capturePaymentIntent } from '../world/payments.ts';
import { cardTypedWrong } from '../world/payment-errors.ts';
import type { PaymentMethod } from '../world/state.ts';
import { listOf, listParams } from '../wire/lists.ts';
import { type Call, operation, type Operation, resource } from '../wire/operation.ts';
import { bool, email, ignored, integer, metadata, object, type ParamTable, required, text } from '../wire/params.ts';
import { invalidParam, invalidRequest, referenceMissing } from '../wire/stripe-error.ts';
import { chargeToWire } from './charge-to-wire.ts';
import { destinationPaymentToWire } from './destination-payment-to-wire.ts';
import { customerNamed } from './customers.ts';
import { textOrNull } from './parts.ts';
import { methodOfToken } from './payment-methods.ts';

/** Charges come from payment intents, or, as they did before there were any, from a token. */
export const chargeOperations: readonly Operation[] = [
  operation({
    method: 'POST',
    path: '/v1/charges',
    params: {
      amount: required(integer({ min: 1 })),
      application_fee: integer({ min: 0 }),
      application_fee_amount: integer({ min: 0 }),
      capture: bool(),
      currency: required(text()),
      customer: text(),
      description: text({ max: 40_000 }),
      destination: object({ account: required(text()), amount: integer({ min: 1 }) }),
      metadata: metadata(),
      on_behalf_of: text(),
      radar_options: ignored(),
      receipt_email: email(),
      shipping: ignored(),
      source: text(),
      statement_descriptor: text({ max: 22 }),
      statement_descriptor_suffix: text({ max: 22 }),
      transfer_data: object({ destination: required(text()), amount: integer({ min: 1 }) }),
      transfer_group: text(),
    },
    run: (call) => {
      const { world, account, params } = call;
      const {
        destination,
        transfer_data: transfer = destination && { ...destination, destination: destination.account },
      } = params;
      const { method, card } = sourceNamed(call, params);
      const charge = createCharge(
        world,
        {
          account,
          amount: params.amount,
          applicationFeeAmount: params.application_fee_amount ?? params.application_fee ?? null,
          captureMethod: params.capture === false ? 'manual' : 'automatic',
          currency: params.currency.toLowerCase(),
          customer: null,
          description: textOrNull(params.description),
          metadata: mergedMetadata({}, params.metadata),
          onBehalfOf: params.on_behalf_of ?? null,
          receiptEmail: textOrNull(params.receipt_email),
          source: card,
          statementDescriptorSuffix: textOrNull(params.statement_descriptor_suffix ?? params.statement_descriptor),
          transfer:
            transfer === undefined ? null : { destination: transfer.destination, amount: transfer.amount ?? null },
          transferGroup: params.transfer_group ?? null,
        },
        method,
      );
      return chargeToWire(world, charge);
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/charges',
    params: { ...listParams, payment_intent: text(), customer: text(), transfer_group: text() },
    run: (call) => {
      const { payment_intent: paymentIntent, customer, transfer_group: transferGroup } = call.params;
      return listOf(call, 'charge', '/v1/charges', { paymentIntent, customer, transferGroup });
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/charges/:id',
    params: {},
    run: (call) => {
      const id = call.path['id'] ?? '';
      if (id.startsWith('py_')) return destinationPaymentToWire(call.world, resource(call, 'destination_payment', id));
      return chargeToWire(call.world, resource(call, 'charge', id));
    },
  }),
  operation({
    method: 'POST',
    path: '/v1/charges/:id',
    params: { description: text(), metadata: metadata(), receipt_email: email(), fraud_details: ignored() },
    run: (call) => {
      const charge = resource(call, 'charge', call.path['id'] ?? '');
      const before = chargeToWire(call.world, charge);
      const { description = charge.description, receipt_email: receiptEmail = charge.receiptEmail } = call.params;
      const changed = call.world.store.update('charge', charge.id, {
        description,
        receiptEmail,
        metadata: mergedMetadata(charge.metadata, call.params.metadata),
      });
      emit(call.world, 'charge.updated', 'charge', charge.id, before);
      return chargeToWire(call.world, changed);
    },
  }),
  operation({
    method: 'POST',
    path: '/v1/charges/:id/capture',
    params: { amount: integer({ min: 1 }), application_fee_amount: integer({ min: 0 }) },
    run: (call) => {
      const charge = resource(call, 'charge', call.path['id'] ?? '');
      const { id, amountRefunded, captured, paymentIntent } = charge;
      if (paymentIntent === null && !captured && amountRefunded > 0)
        throw invalidRequest(`Charge ${id} has expired or was refunded, and cannot be captured.`, {
          code: 'charge_expired_for_capture',
        });
      if (captured)
        throw invalidRequest(`Charge ${id} has already been captured.`, { code: 'charge_already_captured' });
      const { amount, application_fee_amount: applicationFeeAmount } = call.params;
      if (paymentIntent === null)
        captureCharge(
          call.world,
          charge,
          amount ?? charge.amount,
          applicationFeeAmount ?? charge.applicationFeeAmount,
          'amount',
        );
      else capturePaymentIntent(call.world, paymentIntent, { amount, applicationFeeAmount });
      return chargeToWire(call.world, call.world.store.get('charge', id));
    },
  }),
];

/** Finds the card that is charged: the one of a token. Customers have no cards here that the Charges API could take. */
function sourceNamed(
  { world, account }: Pick<Call<ParamTable>, 'account' | 'world'>,
  { source, customer }: { readonly source: string | undefined; readonly customer: string | undefined },
): { readonly method: PaymentMethod; readonly card: string } {
  if (customer !== undefined) {
    const { id } = customerNamed({ world, account }, customer);
    if (source === undefined)
      throw cardTypedWrong('missing', 'Cannot charge a customer that has no active card', 'card');
    throw invalidRequest(`Customer ${id} does not have a linked source with ID ${source}.`, {
      code: 'missing',
      param: 'source',
    });
  }
  if (source === undefined) throw invalidParam('Must provide source or customer.', 'source', 'parameter_missing');
  const method = methodOfToken(world, account, source);
  if (method === undefined) throw referenceMissing('token', source, 'source');
  return { method, card: `card_${method.id.slice('pm_'.length)}` };
}
