import type Stripe from 'stripe';
import { closeDispute, isInquiry, submitEvidence } from '../world/disputes.ts';
import { emit } from '../world/events.ts';
import type { Dispute } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { listOf, listParams } from '../wire/lists.ts';
import { type Call, operation, type Operation, resource } from '../wire/operation.ts';
import { bool, ignored, metadata, object, type ParamTable, text } from '../wire/params.ts';
import { balanceTransactionToWire } from './balance-transactions.ts';
import { definedOf, mergedMetadata } from './parts.ts';

/** Every kind of evidence; the emulator reads only `uncategorized_text`. */
const EVIDENCE = [
  'access_activity_log',
  'billing_address',
  'cancellation_policy',
  'cancellation_policy_disclosure',
  'cancellation_rebuttal',
  'customer_communication',
  'customer_email_address',
  'customer_name',
  'customer_purchase_ip',
  'customer_signature',
  'duplicate_charge_documentation',
  'duplicate_charge_explanation',
  'duplicate_charge_id',
  'product_description',
  'receipt',
  'refund_policy',
  'refund_policy_disclosure',
  'refund_refusal_explanation',
  'service_date',
  'service_documentation',
  'shipping_address',
  'shipping_carrier',
  'shipping_date',
  'shipping_documentation',
  'shipping_tracking_number',
  'uncategorized_file',
  'uncategorized_text',
] as const;

const evidenceParams = object({
  ...Object.fromEntries(EVIDENCE.map((name) => [name, text({ max: 20_000 })])),
  enhanced_evidence: ignored(),
});

/** Disputes: customers whose bank asks for the money back. */
export const disputeOperations: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/v1/disputes',
    params: { ...listParams, charge: text(), payment_intent: text() },
    run: (call) => {
      const { charge, payment_intent: paymentIntent } = call.params;
      return listOf(call, 'dispute', '/v1/disputes', definedOf({ charge, paymentIntent }));
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/disputes/:id',
    params: {},
    run: (call) => disputeToWire(call.world, disputeOf(call)),
  }),
  operation({
    method: 'POST',
    path: '/v1/disputes/:id',
    params: { evidence: evidenceParams, submit: bool(), metadata: metadata() },
    run: (call) => {
      const { world, params } = call;
      const { id, metadata: known } = disputeOf(call);
      world.store.update('dispute', id, { metadata: mergedMetadata(known, params.metadata) });
      if (params.evidence === undefined && params.submit === undefined) {
        emit(world, 'charge.dispute.updated', 'dispute', id, { metadata: known });
        return disputeToWire(world, world.store.get('dispute', id));
      }
      const evidence = Object.fromEntries(
        Object.entries(params.evidence ?? {}).flatMap(([name, value]) =>
          typeof value === 'string' ? [[name, value] as const] : [],
        ),
      );
      return disputeToWire(world, submitEvidence(world, id, { evidence, submit: params.submit ?? true }));
    },
  }),
  operation({
    method: 'POST',
    path: '/v1/disputes/:id/close',
    params: {},
    run: (call) => disputeToWire(call.world, closeDispute(call.world, disputeOf(call).id, 'lost')),
  }),
];

function disputeOf(call: Pick<Call<ParamTable>, 'account' | 'path' | 'world'>): Dispute {
  return resource(call, 'dispute', call.path['id'] ?? '');
}

/** What Visa calls each reason. */
const NETWORK_REASONS: Readonly<Record<string, string>> = { fraudulent: '10.4', product_not_received: '13.1' };

export function disputeToWire(world: World, dispute: Dispute): Stripe.Dispute {
  const { card } = world.store.get('charge', dispute.charge);
  const inquiry = isInquiry(dispute);
  const reasonCode = NETWORK_REASONS[dispute.reason] ?? '12.5';
  return {
    id: dispute.id,
    object: 'dispute',
    amount: dispute.amount,
    balance_transactions: dispute.balanceTransactions.map((id) =>
      balanceTransactionToWire(world, world.store.get('balance_transaction', id)),
    ),
    charge: dispute.charge,
    created: dispute.createdUnix,
    currency: dispute.currency,
    enhanced_eligibility_types: [],
    evidence: evidenceToWire(dispute),
    evidence_details: {
      due_by: dispute.dueUnix,
      enhanced_eligibility: {},
      has_evidence: Object.keys(dispute.evidence).length > 0,
      past_due: dispute.submissions === 0 && dispute.dueUnix < world.clock.nowUnix(),
      submission_count: dispute.submissions,
      submission_method: dispute.submissions > 0 ? 'manual' : 'not_submitted',
    },
    intended_submission_method: 'manual',
    is_charge_refundable: inquiry && dispute.status !== 'warning_closed',
    livemode: false,
    metadata: { ...dispute.metadata },
    network_reason_code: reasonCode,
    payment_intent: dispute.paymentIntent,
    payment_method_details: {
      card: {
        brand: card.brand,
        case_type: inquiry ? 'inquiry' : 'chargeback',
        network: card.brand,
        network_reason_code: reasonCode,
      },
      type: 'card',
    },
    reason: dispute.reason,
    status: dispute.status,
  };
}

function evidenceToWire({ evidence }: Dispute): Stripe.Dispute.Evidence {
  const given = Object.fromEntries(EVIDENCE.map((name) => [name, evidence[name] ?? null]));
  // The list above has every field of evidence there is.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { ...given, enhanced_evidence: {} } as unknown as Stripe.Dispute.Evidence;
}
