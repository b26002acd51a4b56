/** Whose detail it is, by how Stripe's name of it begins. */
const owners: readonly (readonly [RegExp, string])[] = [
  [/^company\b|business_details/u, 'Your company’s'],
  [/^owners?\b/u, 'An owner’s'],
  [/^directors?\b/u, 'A director’s'],
  [/^executives?\b/u, 'An executive’s'],
  [/representative/u, 'The representative’s'],
  [/^person_/u, 'A person’s'],
];

/** Things that belong to nobody in particular. The first that fits counts. */
const things: readonly (readonly [RegExp, string])[] = [
  [/external_account|payout_method|bank_account/u, 'A bank account for your payouts'],
  [/tos_acceptance|terms_of_service/u, 'Your agreement to Stripe’s terms'],
  [/business_profile\.url|business_url|\bwebsite/u, 'Your website, or a page that shows what you sell'],
  [/\bmcc\b|industry/u, 'Your line of business'],
  [/product_description/u, 'What you sell'],
  [/support/u, 'How your customers can reach you'],
  [/statement_descriptor/u, 'Your name on customers’ bank statements'],
  [/business_type|entity_type|company\.structure|structure$/u, 'Whether you are a company or a person'],
  [/(owners|directors|executives)_provided/u, 'Who owns and runs your company'],
  [/annual_revenue/u, 'Your yearly revenue'],
  [/interv_|inquiry/u, 'An answer to a question from Stripe'],
];

/** Things that somebody has. The first that fits counts. */
const details: readonly (readonly [RegExp, string])[] = [
  [/additional_document|secondary_verification/u, 'second identity document'],
  [/proof_of_liveness|selfie/u, 'photo, to compare with the identity document'],
  [/document/u, 'identity document'],
  [/\bdob\b|date_of_birth/u, 'date of birth'],
  [/tax_id|vat_id|registration_number/u, 'tax or registration number'],
  [/id_number|ssn_last_4/u, 'identity number'],
  [/address/u, 'address'],
  [/phone/u, 'phone number'],
  [/email/u, 'e-mail address'],
  [/relationship|title$/u, 'role in the company'],
  [/nationalit/u, 'nationality'],
  [/political_exposure/u, 'public offices, if any'],
  [/name\b|name_/u, 'name'],
];

/** Returns what Stripe waits for in a seller's words; what we have no words for keeps Stripe's. */
export function labelOfRequirement(field: string): string {
  const thing = firstFitting(things, field);
  if (thing !== undefined) return thing;
  const whose = firstFitting(owners, field) ?? 'Your';
  return `${whose} ${firstFitting(details, field) ?? spelledOut(field)}`;
}

function firstFitting(table: readonly (readonly [RegExp, string])[], field: string): string | undefined {
  return table.find(([pattern]) => pattern.test(field))?.[1];
}

function spelledOut(field: string): string {
  return (field.split('.').at(-1) ?? field).replaceAll('_', ' ');
}
