/** What the frame API answers and the frames show. Amounts are integers in the currency's minor unit, times are Unix seconds. */

import type { Problems } from '../forms/fields.ts';
import type { AskedField } from '../onboarding/asked-field.ts';
import type { Fact } from '../onboarding/facts.ts';
import type { Section } from '../onboarding/sections.ts';
import type { StepSlug } from '../onboarding/steps.ts';
import type { Words } from '../words/english.ts';

/** The words connect-js's `defaultFilters` uses for a payment's state. */
export type PaymentStatus =
  | 'blocked'
  | 'canceled'
  | 'disputed'
  | 'early_fraud_warning'
  | 'failed'
  | 'incomplete'
  | 'partially_refunded'
  | 'pending'
  | 'refund_pending'
  | 'refunded'
  | 'successful'
  | 'uncaptured';

export type PaymentRow = {
  readonly id: string;
  readonly amount: number;
  readonly currency: string;
  readonly amountRefunded: number;
  readonly status: PaymentStatus;
  readonly description: string | null;
  /** E-mail or name, whichever is known. */
  readonly customer: string | null;
  readonly method: CardSummary | null;
  readonly createdUnix: number;
};

export type CardSummary = { readonly brand: string; readonly last4: string };

/** One page of a list; `next` is the cursor of the following page. */
export type Page<Row> = { readonly rows: readonly Row[]; readonly next: string | null };

export type TimelineEntry = {
  readonly atUnix: number;
  readonly event: keyof Words['payments']['events'];
  /** Why a try failed, by Stripe's code. */
  readonly failure?: string;
  readonly amount?: number;
  readonly tone: Tone;
};

export type Tone = 'neutral' | 'success' | 'warning' | 'danger';

export type PaymentDetails = PaymentRow & {
  /** Stripe's code. */
  readonly failure: string | null;
  /** What is taken off the amount, each as a positive figure in the currency of the payment. */
  readonly fees: readonly { readonly kind: FeeKind; readonly amount: number }[];
  /** What stays after fees and refunds; null before money moved. */
  readonly net: number | null;
  readonly timeline: readonly TimelineEntry[];
  readonly dispute: DisputeSummary | null;
  readonly refundable: number;
  readonly capturable: number;
};

export type FeeKind = 'application_fee' | 'dispute' | 'dispute_fee' | 'stripe_fee';

export type DisputeSummary = {
  readonly id: string;
  readonly amount: number;
  readonly currency: string;
  readonly status: string;
  readonly reason: string;
  readonly answerDueUnix: number | null;
  readonly mayAnswer: boolean;
};

export type CurrencyBalance = {
  readonly currency: string;
  readonly available: number;
  readonly onTheWay: number;
  /** The part of `available` that this session may send to the bank now; 0 hides the button. */
  readonly payable: number;
  /** What this session may send instantly now; null hides the button. */
  readonly instant: InstantOffer | null;
};

export type InstantOffer = {
  readonly currency: string;
  /** The most that can be sent: its fee is left aside already. */
  readonly most: number;
  /** What it costs, on top of what is sent; null where the platform pays it. */
  readonly fee: { readonly basisPoints: number; readonly minimumMinor: number } | null;
  /** Where it can go, the usual bank account first. */
  readonly destinations: readonly (BankSummary & { readonly id: string })[];
};

export type Balances = {
  readonly currencies: readonly CurrencyBalance[];
  readonly schedule: PayoutSchedule;
  readonly bank: BankSummary | null;
};

export type BankSummary = {
  /** Of a debit card its brand. */
  readonly bankName: string;
  readonly last4: string;
  readonly currency: string;
  readonly isDebitCard?: boolean;
};

export type PayoutSchedule = {
  readonly interval: 'daily' | 'weekly' | 'monthly' | 'manual';
  readonly weeklyDays: readonly string[];
  readonly monthlyDays: readonly number[];
};

export type PayoutStatus = 'pending' | 'in_transit' | 'paid' | 'failed' | 'canceled';

export type PayoutRow = {
  readonly id: string;
  readonly amount: number;
  readonly currency: string;
  readonly status: PayoutStatus;
  readonly arrivalUnix: number;
  readonly createdUnix: number;
  readonly automatic: boolean;
  readonly method: 'standard' | 'instant';
  /** Also a debit card, named as its bank account would be. */
  readonly bank: BankSummary | null;
};

export type PayoutDetails = PayoutRow & {
  /** Stripe's code. */
  readonly failure: string | null;
  readonly contents: Page<PayoutContent>;
};

export type PayoutContent = {
  readonly id: string;
  /** Stripe's type of the balance transaction. */
  readonly type: keyof Words['payouts']['bookings'];
  /** What the payment behind it was for. */
  readonly description: string | null;
  readonly amount: number;
  readonly fee: number;
  readonly net: number;
  readonly createdUnix: number;
};

export type PayoutOverview = {
  readonly next: { readonly amount: number; readonly currency: string; readonly arrivalUnix: number } | null;
  readonly schedule: PayoutSchedule;
  readonly bank: BankSummary | null;
  readonly mayEditSchedule: boolean;
  /** What this session may send instantly now; null hides the button. */
  readonly instant: InstantOffer | null;
};

export type DisputeRow = DisputeSummary & { readonly payment: string | null; readonly createdUnix: number };

export type Notice = {
  readonly id: string;
  readonly kind: keyof Words['account']['notices']['kinds'];
  /** What Stripe did not believe, by its codes. */
  readonly reasons: readonly string[];
  /** The bank account that it is about. */
  readonly bank: BankSummary | null;
  /** What the seller has to give; null when there is nothing to do. */
  readonly wants: 'bank' | 'information' | null;
  readonly dueUnix: number | null;
  readonly tone: Tone;
};

export type AccountSummary = {
  readonly name: string;
  readonly email: string | null;
  readonly country: string;
  readonly businessType: string | null;
  readonly chargesEnabled: boolean;
  readonly payoutsEnabled: boolean;
  readonly bank: BankSummary | null;
};

/** One line of a report. */
export type ReportLine = PayoutContent & { readonly currency: string; readonly payout: string | null };

export type Report = {
  /** The days asked for, both included; the last thirty unless told. */
  readonly fromUnix: number;
  readonly toUnix: number;
  readonly totals: readonly ReportTotal[];
  /** Newest first. */
  readonly lines: readonly ReportLine[];
};

/** What a currency had before, what came and went, and what it has after. */
export type ReportTotal = {
  readonly currency: string;
  readonly before: number;
  readonly activity: number;
  readonly after: number;
};

/** A document that can be downloaded as `<id>.<format>`. */
export type DocumentRow = {
  readonly id: string;
  readonly kind: 'statement' | 'fee_invoice';
  /** When the month began that it is about, in UTC. */
  readonly monthUnix: number;
  readonly madeUnix: number;
  readonly formats: readonly ('csv' | 'pdf')[];
};

/** A document itself. It is handed to the frame, which alone knows the secret that gets it. */
export type DocumentFile = { readonly name: string; readonly type: string; readonly content: string };

/** An address as it is typed; what is not there is empty. */
export type TypedAddress = Readonly<Record<'city' | 'country' | 'line1' | 'line2' | 'postal_code' | 'state', string>>;

export type TaxSettings = {
  readonly headOffice: TypedAddress | null;
  /** Empty until it is chosen. */
  readonly taxBehavior: string;
  readonly taxCode: string;
  /** Where a head office can be. */
  readonly countries: readonly string[];
};

export type TaxRegistrationRow = {
  readonly id: string;
  readonly country: string;
  readonly state: string | null;
  readonly kind: string;
  readonly status: 'active' | 'expired' | 'scheduled';
  readonly fromUnix: number;
  readonly endUnix: number | null;
};

export type TaxRegistrations = {
  /** Those that count first, the newest of them at the top. */
  readonly rows: readonly TaxRegistrationRow[];
  /** Where there can be one, and of which kinds. */
  readonly places: readonly { readonly country: string; readonly kinds: readonly string[] }[];
};

/** A card as its owner may see it without a key: the number is cut off. */
export type IssuedCard = {
  readonly id: string;
  readonly cardholder: string;
  readonly last4: string;
  readonly expMonth: number;
  readonly expYear: number;
  readonly type: 'physical' | 'virtual';
  readonly status: 'active' | 'canceled' | 'inactive';
  readonly currency: string;
  readonly monthlyLimit: number | null;
};

export type IssuedCards = {
  readonly cards: readonly IssuedCard[];
  readonly mayManage: boolean;
  readonly mayLimit: boolean;
};

/** What an ephemeral key shows. */
export type CardSecrets = { readonly number: string; readonly cvc: string };

export type FinancialAccountSummary = {
  readonly id: string;
  readonly nickname: string | null;
  readonly currency: string;
  readonly routingNumber: string;
  readonly last4: string;
  readonly cash: number;
  readonly coming: number;
  readonly going: number;
};

export type FinancialTransactionRow = {
  readonly id: string;
  readonly createdUnix: number;
  readonly amount: number;
  readonly description: string;
  readonly status: 'open' | 'posted' | 'void';
};

/** What is wrong with what was typed, as a code, by the name of its field. */
export type FieldProblems = Readonly<Record<string, string>>;

/** What the frame API says when it refuses, in the words of connect-js's load errors. */
export type Refusal = {
  readonly error: {
    readonly type: string;
    /** For the platform, in English. */
    readonly message: string;
    /** What the seller is told. */
    readonly code?: string | undefined;
    /** What completes that sentence. */
    readonly about?: string | undefined;
    readonly fields?: FieldProblems | undefined;
  };
};

/** One field of a form, with what stands in it. */
export type FormField = Omit<AskedField, 'check'> & {
  readonly value: string;
  /** The end of a secret that stays where nothing is typed. */
  readonly kept?: string;
};

/** What came of a form: what is wrong with it, by field; nothing when it was kept. */
export type FormAnswer = {
  readonly problems: Problems;
  /** The step to go on with; null when it was the last one. */
  readonly next?: string | null;
};

export type OnboardingStep = {
  readonly slug: StepSlug;
  /** What the platform is told when it is entered, and when it is entered from the summary. */
  readonly stripeName: string;
  readonly fromSummary: string;
  readonly fields: readonly FormField[];
  readonly facts: readonly Fact[];
};

export type Onboarding = {
  readonly platform: string;
  readonly steps: readonly OnboardingStep[];
  /** The step to go on with; null where nothing is asked. */
  readonly open: string | null;
  /** Stripe wants something after onboarding. */
  readonly askedAgain: boolean;
  /** Which terms the seller agrees to; null where the platform has that done elsewhere. */
  readonly terms: 'full' | 'recipient' | null;
  /** What Stripe did not believe, by its codes. */
  readonly reasons: readonly string[];
};

export type AccountSection = {
  /** What the platform is told when it is opened. */
  readonly name: Section['name'];
  readonly facts: readonly Fact[];
  readonly fields: readonly FormField[];
};

/** A bank account, with what becomes of payouts to it. */
export type ManagedBank = BankSummary & {
  readonly id: string;
  /** Payouts in its currency go to it. */
  readonly isDefault: boolean;
  readonly returned: boolean;
};

export type Management = {
  readonly name: string;
  readonly sections: readonly AccountSection[];
  readonly banks: readonly ManagedBank[];
  /** The fields of another bank account; null where this session may not change it. */
  readonly bankFields: readonly FormField[] | null;
  /** What the seller can do nothing about. */
  readonly standing: readonly Notice[];
  /** How much Stripe waits for. */
  readonly wanted: number;
};

/** What each question of a frame is answered with, by its path under `/v1.0/frame-api/`. */
export type FrameAnswers = {
  payments: Page<PaymentRow>;
  'payments/:id': PaymentDetails;
  balances: Balances;
  payouts: Page<PayoutRow>;
  'payouts/:id': PayoutDetails;
  'payout-overview': PayoutOverview;
  'instant-offer': { readonly offer: InstantOffer | null };
  disputes: Page<DisputeRow>;
  'balance-report': Report;
  /** Only where payouts are automatic is it known what is in each. */
  'payout-report': Report & { readonly available: boolean };
  documents: Page<DocumentRow>;
  'documents/:id': DocumentFile;
  'tax-settings': TaxSettings;
  'tax-registrations': TaxRegistrations;
  'issuing-cards': IssuedCards;
  'financial-accounts/:id': FinancialAccountSummary;
  'financial-accounts/:id/transactions': {
    readonly currency: string;
    readonly rows: readonly FinancialTransactionRow[];
  };
  /** Whether the seller has to sign in at Stripe's own window before anything else. */
  authentication: { readonly needed: boolean };
  onboarding: Onboarding;
  management: Management;
  notices: { readonly notices: readonly Notice[] };
  /** Changes whenever anything of the account changes. */
  revision: { readonly revision: string };
};
