/**
 * What the emulator knows, in its own shape: `api/` turns it into Stripe's. Amounts are integers in the currency's minor
 * unit, times are Unix seconds of the world's clock.
 */

/** Every object belongs to one account: the platform's or a connected one. */
export interface Stored {
  readonly id: string;
  /** Whose object it is. */
  readonly account: string;
  readonly createdUnix: number;
}

export type Metadata = Readonly<Record<string, string>>;

/** A connected account; it belongs to the platform. */
export interface Account extends Stored {
  readonly email: string | null;
  readonly displayName: string | null;
  readonly country: string;
  readonly defaultCurrency: string;
  readonly dashboard: 'full' | 'express' | 'none';
  /** The last two are those of accounts that were made as Express or Custom. */
  readonly feesPayer: 'account' | 'application' | 'application_custom' | 'application_express';
  readonly lossesPayer: 'stripe' | 'application';
  readonly requirementCollection: 'stripe' | 'application';
  readonly requestedCapabilities: readonly Capability[];
  /** What onboarding was answered so far, by the name of its field. */
  readonly answers: Readonly<Record<string, string>>;
  /** When onboarding was handed in; null until then. */
  readonly submittedUnix: number | null;
  /** False where onboarding was handed in without the terms, as the platform wished; missing means it was not so. */
  readonly termsAccepted?: boolean;
  /** What Stripe asks for after onboarding, or again. */
  readonly demands: readonly Demand[];
  readonly underReview: boolean;
  readonly rejection: string | null;
  readonly deauthorized: boolean;
  /** Closed or deleted for good; missing means it is not. */
  readonly closed?: boolean;
  readonly bankAccounts: readonly BankAccount[];
  /** The bank account that payouts in a currency go to; missing means the first one. */
  readonly defaultBanks?: Readonly<Record<string, string>>;
  /** Where instant payouts may go besides. */
  readonly debitCards?: readonly DebitCard[];
  readonly issuingCards?: readonly IssuingCard[];
  readonly financialAccounts?: readonly FinancialAccount[];
  readonly payoutSchedule: PayoutSchedule;
  readonly payoutsBlocked: boolean;
  /** Whether Stripe takes what an account owes from its bank; by default where Stripe collects its requirements. */
  readonly debitNegativeBalances?: boolean;
  /** What automatic payouts leave behind, by currency. */
  readonly minimumBalances?: Readonly<Record<string, number>>;
  readonly payoutDescriptor?: string | null;
  /** Days until money counts, where the platform chose others than the country's. */
  readonly delayDaysOverride?: number | null;
  readonly metadata: Metadata;
}

export type Capability = 'card_payments' | 'transfers';

/** Something Stripe wants to know; past due once its deadline has passed. */
export interface Demand {
  /** Stripe's name of the requirement, for example `individual.verification.document`. */
  readonly field: string;
  /** When it is past due; null where there is no date. */
  readonly deadlineUnix: number | null;
  /** True where Stripe wants it only once the account has grown; missing means it does not wait for that. */
  readonly isEventual?: true;
  /** Until then it is one of the future requirements; missing means it never was. */
  readonly futureUntilUnix?: number;
  readonly problem: { readonly code: string; readonly reason: string } | null;
}

export interface BankAccount {
  readonly id: string;
  readonly bankName: string;
  readonly last4: string;
  readonly routingNumber: string;
  readonly country: string;
  readonly currency: string;
  readonly status: 'new' | 'errored';
  readonly holder: string | null;
  /** Missing means the holder said nothing of it. */
  readonly holderType?: 'company' | 'individual' | null;
  readonly metadata?: Metadata;
  /** What payouts to it come to: the code of the failure, or null when they arrive. */
  readonly failsWith: string | null;
  /** The same of instant payouts, where only those fail. */
  readonly failsInstantlyWith?: string | null;
}

/** A debit card that an account is paid out to. */
export interface DebitCard {
  readonly id: string;
  readonly brand: string;
  readonly last4: string;
  readonly expMonth: number;
  readonly expYear: number;
  readonly country: string;
  readonly currency: string;
  readonly status: 'new' | 'errored';
  /** Whether its bank takes instant payouts. */
  readonly instant: boolean;
  readonly failsWith: string | null;
}

export interface PayoutSchedule {
  readonly interval: 'daily' | 'weekly' | 'monthly' | 'manual';
  readonly weeklyDays: readonly string[];
  readonly monthlyDays: readonly number[];
  readonly delayDays: number;
}

/** A single-use way into hosted onboarding. */
export interface AccountLink extends Stored {
  readonly connectedAccount: string;
  readonly token: string;
  readonly expiresUnix: number;
  readonly refreshUrl: string;
  readonly returnUrl: string;
  readonly usedUnix: number | null;
  /** Where onboarding goes on for whoever opened it: nobody who was only given the link can know. */
  readonly flow: string | null;
  /** Missing means everything that is currently due. */
  readonly collection?: Collection;
}

/**
 * What a platform wants collected.
 *
 * @see https://docs.stripe.com/connect/embedded-onboarding (collection options, requirement restrictions)
 */
export interface Collection {
  readonly fields: 'currently_due' | 'eventually_due';
  readonly futureRequirements: 'omit' | 'include';
  /** Patterns of the requirements to ask for; all unless told. */
  readonly only?: readonly string[];
  readonly exclude: readonly string[];
}

/** What a browser may do for an account; the id is the client secret's own. */
export interface AccountSession extends Stored {
  readonly connectedAccount: string;
  readonly clientSecret: string;
  readonly expiresUnix: number;
  readonly components: Readonly<Record<string, SessionComponent>>;
  /** The way to Stripe's own window, where the seller signs in; it works once, until then. */
  readonly signInToken?: string | null;
  readonly signInExpiresUnix?: number;
  /** When the seller signed in there; missing means not yet. */
  readonly signedInUnix?: number;
}

export interface SessionComponent {
  readonly enabled: boolean;
  readonly features: Readonly<Record<string, boolean>>;
}

export interface Card {
  readonly brand: string;
  readonly last4: string;
  readonly expMonth: number;
  readonly expYear: number;
  readonly country: string;
  readonly funding: 'credit' | 'debit' | 'prepaid';
  /** The test number: it decides what a bank says. */
  readonly number: string;
  /** What the bank said of the security code; null when none was given. */
  readonly cvcCheck: Check | null;
  /** What the bank said of the address; null when none was given. */
  readonly line1Check?: Check | null;
  readonly postalCodeCheck?: Check | null;
}

/** What a bank says of something a customer typed. */
export type Check = 'pass' | 'fail' | 'unavailable' | 'unchecked';

export interface Billing {
  readonly name: string | null;
  readonly email: string | null;
}

export interface PaymentMethod extends Stored {
  readonly card: Card;
  readonly billing: Billing;
  /** Whose saved card it is; missing until it is attached. */
  readonly customer?: string | null;
  /** It was used without being anybody's, or was somebody's: it pays no more. */
  readonly spent?: boolean;
  readonly metadata: Metadata;
}

export type PaymentIntentStatus =
  | 'requires_payment_method'
  | 'requires_confirmation'
  | 'requires_action'
  | 'processing'
  | 'requires_capture'
  | 'canceled'
  | 'succeeded';

export interface PaymentIntent extends Stored {
  readonly amount: number;
  readonly amountReceived: number;
  readonly currency: string;
  readonly status: PaymentIntentStatus;
  readonly captureMethod: 'automatic' | 'automatic_async' | 'manual';
  readonly applicationFeeAmount: number | null;
  readonly description: string | null;
  readonly receiptEmail: string | null;
  readonly statementDescriptorSuffix: string | null;
  readonly customer: string | null;
  readonly paymentMethod: string | null;
  readonly latestCharge: string | null;
  readonly lastError: PaymentError | null;
  readonly cancellationReason: string | null;
  readonly canceledUnix: number | null;
  readonly clientSecret: string;
  /** Whether the customer may be led away to pay; then confirming takes a `return_url`. */
  readonly allowRedirects: boolean;
  /** Where the customer comes back to whose bank asks on a page of its own; null where the seller's page asks. */
  readonly returnUrl?: string | null;
  /** Where a part of the money goes once there is any: it makes this a destination charge. */
  readonly transfer?: TransferPlan | null;
  /** The account that is the customer's counterpart, on a charge of the platform. */
  readonly onBehalfOf?: string | null;
  readonly transferGroup?: string | null;
  /** Whether the customer will pay like this again: then the payment method is saved. */
  readonly setupFutureUsage?: FutureUsage | null;
  readonly metadata: Metadata;
}

export type FutureUsage = 'off_session' | 'on_session';

export interface TransferPlan {
  readonly destination: string;
  /** All of it, unless told. */
  readonly amount: number | null;
}

/** Why a bank, or Radar, said no. */
export interface PaymentError {
  readonly code: string;
  readonly declineCode: string | null;
  readonly message: string;
  readonly param?: string;
  readonly charge: string | null;
  readonly paymentMethod: string | null;
}

export interface Charge extends Stored {
  readonly amount: number;
  readonly amountCaptured: number;
  readonly amountRefunded: number;
  readonly currency: string;
  readonly status: 'succeeded' | 'pending' | 'failed';
  readonly captured: boolean;
  /** Null on a charge that was made by itself, without a payment intent. */
  readonly paymentIntent: string | null;
  readonly paymentMethod: string;
  /** The card of the token that it was made with, where it was. */
  readonly source?: string | null;
  readonly card: Card;
  readonly billing: Billing;
  readonly failure: PaymentError | null;
  /** Radar stopped it before any bank saw it. */
  readonly blocked: boolean;
  readonly riskLevel: 'normal' | 'elevated' | 'highest';
  readonly applicationFee: string | null;
  readonly applicationFeeAmount: number | null;
  readonly balanceTransaction: string | null;
  readonly dispute: string | null;
  /** The customer's bank was asked, and let it pass. */
  readonly authenticated: boolean;
  /** The transfer it was made with, its plan, and whom it stands for: on charges of the platform. */
  readonly transfer?: string | null;
  readonly transferPlan?: TransferPlan | null;
  readonly onBehalfOf?: string | null;
  readonly transferGroup?: string | null;
  readonly customer: string | null;
  readonly description: string | null;
  readonly receiptEmail: string | null;
  readonly statementDescriptorSuffix: string | null;
  readonly metadata: Metadata;
}

export interface Refund extends Stored {
  readonly amount: number;
  readonly currency: string;
  readonly charge: string;
  readonly paymentIntent: string | null;
  readonly reason: 'duplicate' | 'fraudulent' | 'requested_by_customer' | null;
  readonly status: 'pending' | 'requires_action' | 'succeeded' | 'failed' | 'canceled';
  readonly balanceTransaction: string | null;
  readonly failureBalanceTransaction: string | null;
  readonly failureReason: string | null;
  /** What it took back of the charge's transfer. */
  readonly transferReversal?: string | null;
  readonly metadata: Metadata;
}

/** Money that the platform sends to one of its accounts; it belongs to the platform. */
export interface Transfer extends Stored {
  readonly amount: number;
  readonly amountReversed: number;
  readonly currency: string;
  readonly destination: string;
  /** What the account has of it. */
  readonly destinationPayment: string;
  readonly balanceTransaction: string;
  /** The charge whose money it is; it counts no earlier than that. */
  readonly sourceTransaction: string | null;
  readonly transferGroup: string | null;
  readonly description: string | null;
  readonly metadata: Metadata;
}

/** What an account has of a transfer: Stripe shows it as a charge without a card. */
export interface DestinationPayment extends Stored {
  readonly amount: number;
  readonly amountRefunded: number;
  readonly currency: string;
  readonly transfer: string;
  readonly applicationFee: string | null;
  readonly applicationFeeAmount: number | null;
  readonly balanceTransaction: string;
  readonly metadata: Metadata;
}

/** Money of a transfer that came back; it belongs to the platform. */
export interface TransferReversal extends Stored {
  readonly transfer: string;
  readonly amount: number;
  readonly currency: string;
  readonly balanceTransaction: string;
  /** The id under which the account has given it. */
  readonly destinationPaymentRefund: string;
  readonly sourceRefund: string | null;
  readonly metadata: Metadata;
}

/** The customer's bank suspects fraud; a dispute may follow. */
export interface EarlyFraudWarning extends Stored {
  readonly charge: string;
  readonly paymentIntent: string | null;
  readonly fraudType: string;
}

export interface Dispute extends Stored {
  readonly amount: number;
  readonly currency: string;
  readonly charge: string;
  readonly paymentIntent: string | null;
  readonly reason: string;
  readonly status:
    | 'needs_response'
    | 'under_review'
    | 'won'
    | 'lost'
    | 'warning_needs_response'
    | 'warning_under_review'
    | 'warning_closed'
    | 'appeal_needs_response'
    | 'appeal_under_review'
    | 'prevented';
  readonly dueUnix: number;
  readonly evidence: Readonly<Record<string, string>>;
  readonly submissions: number;
  readonly balanceTransactions: readonly string[];
  /** The rules of a card network it is fought by; null for the usual ones. */
  readonly program?: 'mastercard_compliance' | 'visa_compelling_evidence_3' | 'visa_compliance' | null;
  /** What was said for that program. */
  readonly enhanced?: EnhancedEvidence | null;
  readonly appeal?: { readonly reason: string | null; readonly files: readonly string[] } | null;
  /** Whether Stripe can answer it by itself, whether it is to, and who did. */
  readonly smart?: boolean;
  readonly submissionPlan?: 'manual' | 'prefer_manual' | 'prefer_smart_disputes' | 'smart_disputes';
  readonly submittedBy?: 'manual' | 'smart_disputes' | null;
  readonly metadata: Metadata;
}

/** What a customer's bank does when it disputes a charge. */
export interface NewDispute {
  /** What the customer says; fraud unless told. */
  readonly reason?: string | undefined;
  /** The bank only asks at first. */
  readonly inquiry?: boolean | undefined;
  /** Settled with the customer before it could become one. */
  readonly prevented?: boolean | undefined;
  /** In how many disputes the charge is disputed, each for its part. */
  readonly parts?: number | undefined;
  readonly program?: Dispute['program'];
  /** Stripe answers by itself when nobody else does. */
  readonly smart?: boolean | undefined;
}

export interface EnhancedEvidence {
  readonly feeAcknowledged: boolean;
  /** The disputed and earlier transactions for Compelling Evidence 3.0, as they were sent. */
  readonly disputed: Readonly<Record<string, unknown>> | null;
  readonly earlier: readonly Readonly<Record<string, unknown>>[];
}

/** One line of the ledger: a balance is the sum of these, per account and currency. */
export interface BalanceTransaction extends Stored {
  readonly amount: number;
  readonly fees: readonly Fee[];
  /** `amount` less the fees. */
  readonly net: number;
  readonly currency: string;
  readonly type:
    | 'charge'
    | 'refund'
    | 'refund_failure'
    | 'adjustment'
    | 'application_fee'
    | 'application_fee_refund'
    | 'payout'
    | 'payout_failure'
    | 'payout_cancel'
    | 'payout_minimum_balance_hold'
    | 'payout_minimum_balance_release'
    | 'advance'
    | 'advance_funding'
    | 'stripe_fee'
    | 'transfer'
    | 'transfer_refund'
    | 'payment'
    | 'payment_refund';
  readonly description: string | null;
  /** The object it comes from. */
  readonly source: string;
  /** When it counts as available. */
  readonly availableUnix: number;
  /** The payout that sent it to the bank. */
  readonly payout: string | null;
}

export interface Fee {
  readonly type: 'stripe_fee' | 'application_fee';
  readonly amount: number;
  readonly description: string;
}

export interface Payout extends Stored {
  /** Less than nothing where the bank was debited: with what the account owed, or to take another payout back. */
  readonly amount: number;
  readonly currency: string;
  readonly status: 'pending' | 'in_transit' | 'paid' | 'failed' | 'canceled';
  readonly arrivalUnix: number;
  readonly automatic: boolean;
  readonly method: 'standard' | 'instant';
  readonly destination: string;
  readonly balanceTransaction: string;
  readonly failureBalanceTransaction: string | null;
  readonly failureCode: string | null;
  readonly statementDescriptor: string | null;
  readonly description: string | null;
  readonly metadata: Metadata;
  /** The payout that this one takes back from the bank; missing means it is none of those. */
  readonly originalPayout?: string;
  /** The payout that takes this one back; missing means nobody asked for that. */
  readonly reversedBy?: string;
}

/** What the platform earned on a charge; it belongs to the platform. */
export interface ApplicationFee extends Stored {
  readonly connectedAccount: string;
  readonly amount: number;
  readonly amountRefunded: number;
  readonly currency: string;
  readonly charge: string;
  readonly balanceTransaction: string;
}

export interface ApplicationFeeRefund extends Stored {
  readonly fee: string;
  readonly amount: number;
  readonly currency: string;
  readonly balanceTransaction: string;
  readonly metadata: Metadata;
}

export interface CheckoutSession extends Stored {
  readonly status: 'open' | 'complete' | 'expired';
  readonly paymentStatus: 'paid' | 'unpaid';
  readonly amountTotal: number;
  readonly currency: string;
  readonly lines: readonly CheckoutLine[];
  readonly paymentIntent: string | null;
  /** What the payment intent is made with once the customer pays. */
  readonly paymentIntentData: {
    readonly applicationFeeAmount: number | null;
    readonly description: string | null;
    readonly receiptEmail: string | null;
    readonly statementDescriptorSuffix: string | null;
    readonly captureMethod: 'automatic' | 'automatic_async' | 'manual';
    readonly transfer?: TransferPlan | null;
    readonly onBehalfOf?: string | null;
    readonly transferGroup?: string | null;
    readonly metadata: Metadata;
  };
  readonly customerEmail: string | null;
  readonly customerDetails: Billing | null;
  readonly clientReferenceId: string | null;
  readonly successUrl: string | null;
  readonly cancelUrl: string | null;
  readonly expiresUnix: number;
  readonly metadata: Metadata;
}

export interface CheckoutLine {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly unitAmount: number;
  readonly quantity: number;
  readonly priceId: string;
  readonly productId: string;
}

export interface Address {
  readonly city: string | null;
  readonly country: string | null;
  readonly line1: string | null;
  readonly line2: string | null;
  readonly postal_code: string | null;
  readonly state: string | null;
}

/** Somebody who buys. */
export interface Customer extends Stored {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly description: string | null;
  readonly address: Address | null;
  readonly shipping: { readonly name: string; readonly phone: string | null; readonly address: Address } | null;
  readonly deleted: boolean;
  readonly metadata: Metadata;
}

/** Something that is sold. */
export interface Product extends Stored {
  readonly name: string;
  readonly description: string | null;
  readonly active: boolean;
  readonly images: readonly string[];
  readonly url: string | null;
  readonly shippable: boolean | null;
  readonly statementDescriptor: string | null;
  readonly unitLabel: string | null;
  readonly defaultPrice: string | null;
  readonly updatedUnix: number;
  readonly metadata: Metadata;
}

/** What a product costs, once. */
export interface Price extends Stored {
  readonly product: string;
  readonly currency: string;
  readonly unitAmount: number;
  readonly active: boolean;
  readonly nickname: string | null;
  readonly lookupKey: string | null;
  readonly taxBehavior: 'exclusive' | 'inclusive' | 'unspecified';
  readonly metadata: Metadata;
}

/** Somebody behind a connected account; it belongs to that account. */
export interface Person extends Stored {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly dob: { readonly day: number; readonly month: number; readonly year: number } | null;
  readonly address: Address | null;
  readonly idNumberProvided: boolean;
  readonly ssnLast4Provided: boolean;
  readonly nationality: string | null;
  readonly relationship: {
    readonly authorizer: boolean;
    readonly director: boolean;
    readonly executive: boolean;
    readonly legalGuardian: boolean;
    readonly owner: boolean;
    readonly representative: boolean;
    readonly title: string | null;
    readonly percentOwnership: number | null;
  };
  /** Which of the owners onboarding told of; missing means somebody else. */
  readonly slot?: 'owner1' | 'owner2' | 'owner3';
  readonly updatedUnix: number;
  readonly metadata: Metadata;
}

/** A document that was handed in; its content is kept only as its size. */
export interface File extends Stored {
  readonly filename: string;
  readonly purpose: string;
  readonly size: number;
  readonly type: string | null;
}

/** A card that an account pays with. */
export interface IssuingCard {
  readonly id: string;
  readonly cardholder: string;
  readonly number: string;
  readonly cvc: string;
  readonly expMonth: number;
  readonly expYear: number;
  readonly type: 'physical' | 'virtual';
  readonly status: 'active' | 'canceled' | 'inactive';
  readonly currency: string;
  /** What it may spend in a month, in minor units; null for no limit. */
  readonly monthlyLimit: number | null;
  readonly program: string | null;
}

/** An account that holds money apart from the balance. */
export interface FinancialAccount {
  readonly id: string;
  readonly nickname: string | null;
  readonly currency: string;
  readonly routingNumber: string;
  readonly last4: string;
  /** Newest first. */
  readonly transactions: readonly FinancialTransaction[];
}

export interface FinancialTransaction {
  readonly id: string;
  readonly createdUnix: number;
  /** Positive for what comes in, negative for what goes out. */
  readonly amount: number;
  readonly description: string;
  readonly status: 'open' | 'posted' | 'void';
}

/** How an account collects taxes: there is one of them for each account. */
export interface TaxSettings extends Stored {
  readonly headOffice: Address | null;
  readonly taxBehavior: 'exclusive' | 'inclusive' | 'inferred_by_currency' | null;
  readonly taxCode: string | null;
}

/** Where an account collects taxes. */
export interface TaxRegistration extends Stored {
  readonly country: string;
  /** What the country wants to know, in Stripe's words: the kind of registration, a state. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly activeFromUnix: number;
  readonly expiresUnix: number | null;
}

/** Stands once for something that must not be sent about. */
export interface Token extends Stored {
  readonly type: 'account' | 'bank_account' | 'card' | 'person' | 'pii';
  readonly card: Card | null;
  readonly billing: Billing | null;
  readonly bank: TokenBank | null;
  readonly used: boolean;
}

/** What was said of an account, or of a person behind it, to be handed in by its id. */
export interface AccountToken extends Stored {
  readonly about: 'account' | 'person';
  /** Whose person it is about. */
  readonly connectedAccount: string | null;
  /** The parameters that it stands for. */
  readonly said: Readonly<Record<string, unknown>>;
  readonly expiresUnix: number;
  readonly used: boolean;
}

export interface TokenBank {
  readonly accountNumber: string;
  readonly routingNumber: string;
  readonly country: string;
  readonly currency: string;
  readonly holder: string | null;
}

/** Something that happened, as it will be told: the body is made once and never changes. */
export interface Event extends Stored {
  readonly type: string;
  readonly form: 'snapshot' | 'thin';
  /** Whose events these are: the platform's own, or those of a connected account. */
  readonly scope: 'platform' | 'connect';
  /** What a thin event is about, by its id; missing on snapshot events. */
  readonly related?: string | null;
  /** Whether everybody who listens has heard of it; nobody is everybody. */
  readonly delivered: boolean;
  /** JSON text of the event as Stripe would send it. */
  readonly body: string;
}

export interface WebhookEndpoint extends Stored {
  readonly form: 'snapshot' | 'thin';
  readonly scope: 'platform' | 'connect';
  readonly url: string;
  readonly enabledEvents: readonly string[];
  readonly secret: string;
  readonly enabled: boolean;
  readonly name: string | null;
  readonly description: string | null;
  readonly apiVersion: string | null;
  readonly metadata: Metadata;
  /** Missing means it is as it was made. */
  readonly updatedUnix?: number;
}

/** Every kind of object there is, by the name it is stored under. */
export interface Kinds {
  account: Account;
  account_link: AccountLink;
  account_session: AccountSession;
  account_token: AccountToken;
  application_fee: ApplicationFee;
  application_fee_refund: ApplicationFeeRefund;
  balance_transaction: BalanceTransaction;
  charge: Charge;
  checkout_session: CheckoutSession;
  customer: Customer;
  destination_payment: DestinationPayment;
  dispute: Dispute;
  early_fraud_warning: EarlyFraudWarning;
  event: Event;
  file: File;
  payment_intent: PaymentIntent;
  payment_method: PaymentMethod;
  payout: Payout;
  person: Person;
  price: Price;
  product: Product;
  refund: Refund;
  transfer: Transfer;
  transfer_reversal: TransferReversal;
  tax_registration: TaxRegistration;
  tax_settings: TaxSettings;
  token: Token;
  webhook_endpoint: WebhookEndpoint;
}

export type Kind = keyof Kinds;
