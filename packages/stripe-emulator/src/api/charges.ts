import { emit } from '../world/events.ts';
import { capturePaymentIntent } from '../world/payments.ts';
import { listOf, listParams } from '../wire/lists.ts';
import { operation, type Operation, resource } from '../wire/operation.ts';
import { ignored, integer, metadata, text } from '../wire/params.ts';
import { invalidRequest } from '../wire/stripe-error.ts';
import { chargeToWire } from './charge-to-wire.ts';
import { destinationPaymentToWire } from './destination-payment-to-wire.ts';
import { mergedMetadata } from './parts.ts';

/** Charges come from payment intents; they are looked at, described and captured here. */
export const chargeOperations: readonly Operation[] = [
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
    params: { description: text(), metadata: metadata(), receipt_email: text(), fraud_details: ignored() },
    run: (call) => {
      const charge = resource(call, 'charge', call.path['id'] ?? '');
      const { description = charge.description, receipt_email: receiptEmail = charge.receiptEmail } = call.params;
      const changed = call.world.store.update('charge', charge.id, {
        description,
        receiptEmail,
        metadata: mergedMetadata(charge.metadata, call.params.metadata),
      });
      emit(call.world, 'charge.updated', 'charge', charge.id, {
        ...(call.params.description !== undefined && { description: charge.description }),
        ...(call.params.metadata !== undefined && { metadata: charge.metadata }),
      });
      return chargeToWire(call.world, changed);
    },
  }),
  operation({
    method: 'POST',
    path: '/v1/charges/:id/capture',
    params: { amount: integer({ min: 1 }), application_fee_amount: integer({ min: 0 }) },
    run: (call) => {
      const { id, captured, paymentIntent } = resource(call, 'charge', call.path['id'] ?? '');
      if (captured)
        throw invalidRequest(`Charge ${id} has already been captured.`, { code: 'charge_already_captured' });
      const { amount, application_fee_amount: applicationFeeAmount } = call.params;
      capturePaymentIntent(call.world, paymentIntent, { amount, applicationFeeAmount });
      return chargeToWire(call.world, call.world.store.get('charge', id));
    },
  }),
];
