import type Stripe from 'stripe';
import { isInquiry } from '../world/dispute-states.ts';
import { mergedMetadata } from '../world/metadata.ts';
import { awaitsAcknowledgement, closeDispute, type Evidence, submitEvidence } from '../world/disputes.ts';
import { emit } from '../world/events.ts';
import type { Dispute, EnhancedEvidence } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { listOf, listParams } from '../wire/lists.ts';
import { type Call, operation, type Operation, resource } from '../wire/operation.ts';
import {
  bool,
  emptyable,
  ignored,
  list,
  metadata,
  object,
  oneOf,
  type Param,
  type ParamTable,
  record,
  text,
} from '../wire/params.ts';
import { invalidRequest } from '../wire/stripe-error.ts';
import { balanceTransactionToWire } from './balance-transactions.ts';
import { textOrNull } from './parts.ts';

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

const texts = object(Object.fromEntries(EVIDENCE.map((name) => [name, text({ max: 20_000 })])));

const compliance = object({ fee_acknowledged: bool() });

const enhancedEvidence = object({
  mastercard_compliance: compliance,
  visa_compelling_evidence_3: object({
    disputed_transaction: record(ignored()),
    prior_undisputed_transactions: list(record(ignored())),
  }),
  visa_compliance: compliance,
});

const appeal = object({
  card: emptyable(object({ reason_for_filing: text({ max: 20_000 }), supporting_files: list(text()) })),
});

/** Every field of evidence: those that are text, and those that are more. */
const evidenceParams: Param<Given> = {
  required: false,
  read: (raw, path) => {
    const all: object = typeof raw === 'object' && raw !== null ? raw : {};
    const { enhanced_evidence: enhanced, appeal: appealed, ...rest } = Object.fromEntries(Object.entries(all));
    return {
      texts: texts.read(raw === '' ? {} : rest, path),
      enhanced:
        enhanced === undefined || enhanced === ''
          ? undefined
          : enhancedEvidence.read(enhanced, `${path}[enhanced_evidence]`),
      appeal: appealed === undefined || appealed === '' ? undefined : appeal.read(appealed, `${path}[appeal]`),
    };
  },
};

interface Given {
  readonly texts: ReturnType<typeof texts.read>;
  readonly enhanced: ReturnType<typeof enhancedEvidence.read> | undefined;
  readonly appeal: ReturnType<typeof appeal.read> | undefined;
}

/** Disputes: customers whose bank asks for the money back. */
export const disputeOperations: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/v1/disputes',
    params: { ...listParams, charge: text(), payment_intent: text() },
    run: (call) => {
      const { charge, payment_intent: paymentIntent } = call.params;
      return listOf(call, 'dispute', '/v1/disputes', { charge, paymentIntent });
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
    params: {
      evidence: evidenceParams,
      intended_submission_method: oneOf('manual', 'prefer_manual', 'prefer_smart_disputes', 'smart_disputes'),
      submit: bool(),
      metadata: metadata(),
    },
    run: (call) => {
      const { world, params } = call;
      const { id, metadata: known, smart = false, submissionPlan: plan = 'manual' } = disputeOf(call);
      const { intended_submission_method: submissionPlan } = params;
      if (submissionPlan?.includes('smart_disputes') === true && !smart)
        throw invalidRequest('Smart Disputes is not available for this dispute.', {
          code: 'smart_disputes_not_available',
          param: 'intended_submission_method',
        });
      const change = { metadata: mergedMetadata(known, params.metadata), submissionPlan: submissionPlan ?? plan };
      if (params.evidence === undefined && params.submit === undefined) {
        const before = world.render(world, 'dispute', world.store.get('dispute', id));
        const changed = world.store.update('dispute', id, change);
        emit(world, 'charge.dispute.updated', 'dispute', id, before);
        return disputeToWire(world, changed);
      }
      const submit = params.submit ?? true;
      return disputeToWire(world, submitEvidence(world, id, { ...evidenceFrom(params.evidence), ...change, submit }));
    },
  }),
  operation({
    method: 'POST',
    path: '/v1/disputes/:id/close',
    params: {},
    run: (call) => disputeToWire(call.world, closeDispute(call.world, disputeOf(call).id, 'lost')),
  }),
];

function evidenceFrom(given: Given | undefined): Omit<Evidence, 'submit'> {
  const evidence = Object.fromEntries(
    Object.entries(given?.texts ?? {}).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  );
  const { enhanced, appeal: appealed } = given ?? {};
  const card = appealed?.card === '' ? undefined : appealed?.card;
  return {
    evidence,
    ...(enhanced !== undefined && { enhanced: enhancedFrom(enhanced) }),
    ...(card !== undefined && {
      appeal: { reason: textOrNull(card.reason_for_filing), files: card.supporting_files ?? [] },
    }),
  };
}

function enhancedFrom(given: NonNullable<Given['enhanced']>): EnhancedEvidence {
  const { mastercard_compliance: mastercard, visa_compliance: visa, visa_compelling_evidence_3: compelling } = given;
  return {
    feeAcknowledged: (mastercard ?? visa)?.fee_acknowledged === true,
    disputed: compelling?.disputed_transaction ?? null,
    earlier: compelling?.prior_undisputed_transactions ?? [],
  };
}

function disputeOf(call: Pick<Call<ParamTable>, 'account' | 'path' | 'world'>): Dispute {
  return resource(call, 'dispute', call.path['id'] ?? '');
}

/** What Visa calls each reason. */
const NETWORK_REASONS: Readonly<Record<string, string>> = {
  fraudulent: '10.4',
  noncompliant: '98',
  product_not_received: '13.1',
};

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
    enhanced_eligibility_types: typeof dispute.program === 'string' ? [dispute.program] : [],
    evidence: evidenceToWire(dispute),
    evidence_details: {
      due_by: dispute.dueUnix,
      enhanced_eligibility: eligibilityOf(dispute),
      has_evidence: Object.keys(dispute.evidence).length > 0,
      past_due: dispute.submissions === 0 && dispute.dueUnix < world.clock.nowUnix(),
      submission_count: dispute.submissions,
      submission_method: dispute.submissions > 0 ? (dispute.submittedBy ?? 'manual') : 'not_submitted',
    },
    intended_submission_method: dispute.submissionPlan ?? 'manual',
    is_charge_refundable: inquiry && dispute.status !== 'warning_closed',
    livemode: world.settings.livemode,
    metadata: { ...dispute.metadata },
    network_reason_code: reasonCode,
    payment_intent: dispute.paymentIntent,
    payment_method_details: {
      card: {
        brand: card.brand,
        case_type: caseTypeOf(dispute),
        network: card.brand,
        network_reason_code: reasonCode,
      },
      type: 'card',
    },
    reason: dispute.reason,
    status: dispute.status,
  };
}

function caseTypeOf(dispute: Dispute): Stripe.Dispute.PaymentMethodDetails.Card.CaseType {
  if (dispute.program?.endsWith('_compliance') === true) return 'compliance';
  if (dispute.status === 'prevented') return 'resolution';
  return isInquiry(dispute) ? 'inquiry' : 'chargeback';
}

function eligibilityOf(dispute: Dispute): Stripe.Dispute.EvidenceDetails.EnhancedEligibility {
  const { program = null } = dispute;
  if (program === null) return {};
  if (program === 'visa_compelling_evidence_3') {
    const required_actions = missingOf(dispute);
    const status = required_actions.length === 0 ? 'qualified' : 'requires_action';
    return { visa_compelling_evidence_3: { required_actions, status } };
  }
  const status = awaitsAcknowledgement(dispute) ? 'requires_fee_acknowledgement' : 'fee_acknowledged';
  return { [program]: { status } };
}

const IDENTIFIERS = [
  'customer_account_id',
  'customer_device_fingerprint',
  'customer_device_id',
  'customer_email_address',
  'customer_purchase_ip',
];

/** What Compelling Evidence 3.0 still wants: what was sold, then and now, and two marks of one customer. */
function missingOf({
  enhanced = null,
}: Dispute): Stripe.Dispute.EvidenceDetails.EnhancedEligibility.VisaCompellingEvidence3.RequiredAction[] {
  const { disputed, earlier } = enhanced ?? { disputed: null, earlier: [] };
  const identified = IDENTIFIERS.filter((name) => name in (disputed ?? {})).length;
  return [
    ...(identified < 2 ? ['missing_customer_identifiers' as const] : []),
    ...('product_description' in (disputed ?? {}) ? [] : ['missing_disputed_transaction_description' as const]),
    ...('merchandise_or_services' in (disputed ?? {}) ? [] : ['missing_merchandise_or_services' as const]),
    ...(earlier.every((one) => 'product_description' in one) && earlier.length > 0
      ? []
      : ['missing_prior_undisputed_transaction_description' as const]),
    ...(earlier.length < 2 ? ['missing_prior_undisputed_transactions' as const] : []),
  ];
}

function evidenceToWire({
  appeal: appealed = null,
  enhanced = null,
  evidence,
  program = null,
}: Dispute): Stripe.Dispute.Evidence {
  const given = Object.fromEntries(EVIDENCE.map((name) => [name, evidence[name] ?? null]));
  const more = {
    ...(appealed !== null && {
      appeal: { card: { reason_for_filing: appealed.reason ?? '', supporting_files: [...appealed.files] } },
    }),
    enhanced_evidence: enhanced === null || program === null ? {} : { [program]: programToWire(program, enhanced) },
  };
  // The list above has every field of evidence there is.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { ...given, ...more } as unknown as Stripe.Dispute.Evidence;
}

function programToWire(program: NonNullable<Dispute['program']>, said: EnhancedEvidence): object {
  if (program !== 'visa_compelling_evidence_3') return { fee_acknowledged: said.feeAcknowledged };
  return { disputed_transaction: said.disputed, prior_undisputed_transactions: [...said.earlier] };
}
