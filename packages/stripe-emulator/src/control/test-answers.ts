/** What a seller types on the hosted pages so that Stripe accepts everything at once. */
export const TEST_ANSWERS: Readonly<Record<string, string>> = {
  business_type: 'individual',
  business_name: 'Test Shop',
  industry: '5999',
  url: 'https://accessible.stripe.com',
  first_name: 'Jenny',
  last_name: 'Rosen',
  email: 'jenny@example.com',
  phone: '0000000000',
  dob: '1901-01-01',
  address_line1: 'address_full_match',
  address_city: 'Springfield',
  address_postal_code: '94107',
  id_number: '000000000',
  account_holder_name: 'Jenny Rosen',
  account_number: '000123456789',
  routing_number: '110000000',
};

/** What whoever is responsible for a company answers besides. */
const COMPANY_ANSWERS: typeof TEST_ANSWERS = {
  company_name: 'Test Company',
  tax_id: '000000000',
  title: 'Director',
  executive: 'yes',
  percent_ownership: '100',
  further_owners: '0',
};

/** What a seller types so that Stripe accepts everything, for the kind of business that they have told of. */
export function testAnswersWith(told: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { business_type: type = 'individual' } = told;
  const more = type === 'individual' ? {} : COMPANY_ANSWERS;
  return { ...TEST_ANSWERS, business_type: type, ...more };
}
