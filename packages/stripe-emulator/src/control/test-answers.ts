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
