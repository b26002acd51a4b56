/** The fields of a further owner of a company. */
const ownerNumber = (number: number) => ({
  dob: {
    label: `Owner ${number}: date of birth`,
    missing: 'Enter a date of birth.',
    wrong: 'An owner must be at least 13 years old.',
  },
  email: {
    label: `Owner ${number}: email`,
    missing: 'Enter an e-mail address.',
    wrong: 'Enter an e-mail address like name@example.com.',
  },
  firstName: { label: `Owner ${number}: first name`, missing: `Enter a value for “Owner ${number}: first name”.` },
  lastName: { label: `Owner ${number}: last name`, missing: `Enter a value for “Owner ${number}: last name”.` },
  percent: {
    label: `Owner ${number}: share in percent`,
    missing: 'Enter a share.',
    wrong: 'Enter a whole number from 25 to 100.',
  },
});

const [owner1, owner2, owner3] = [ownerNumber(1), ownerNumber(2), ownerNumber(3)];

/**
 * The fields of onboarding and account management: how each is called, how it is meant, what can be chosen, and what is
 * said when it is `missing` or `wrong`.
 */
export const fields = {
  account_holder_name: { label: 'Account holder', missing: 'Enter the account holder.' },
  account_number: {
    label: 'Account number',
    hint: 'In test mode: 000123456789 works, 000111111116 makes payouts fail.',
    missing: 'Enter the account number.',
    wrong: 'Enter 4 to 17 digits.',
  },
  account_number_gb: {
    label: 'Account number',
    hint: 'In test mode: 00012345 works.',
    missing: 'Enter the account number.',
    wrong: 'Enter 4 to 17 digits.',
  },
  address_city: { label: 'City', missing: 'Enter a value for “City”.' },
  address_line1: { label: 'Home address', missing: 'Enter an address.' },
  address_postal_code: { label: 'Postal code', missing: 'Enter a value for “Postal code”.' },
  address_state: { label: 'State', missing: 'Enter a value for “State”.' },
  business_name: { label: 'Name your customers know', missing: 'Enter the name your customers know.' },
  business_type: {
    label: 'Type of business',
    options: {
      individual: 'Individual or sole trader',
      company: 'Company',
      non_profit: 'Non-profit organisation',
    },
    missing: 'Choose a type of business.',
  },
  company_name: { label: 'Registered name', missing: 'Enter the registered name.' },
  dob: {
    label: 'Date of birth',
    missing: 'Enter a date of birth.',
    wrong: 'The representative must be at least 13 years old.',
  },
  document: {
    label: 'Document',
    options: {
      file_identity_document_success: 'Test passport, readable',
      file_identity_document_failure: 'Test passport, unreadable',
    },
    missing: 'Choose a document.',
  },
  email: {
    label: 'Email',
    missing: 'Enter an e-mail address.',
    wrong: 'Enter an e-mail address like name@example.com.',
  },
  executive: {
    label: 'Do you help to run the business?',
    options: { yes: 'Yes', no: 'No' },
    missing: 'Choose yes or no.',
  },
  first_name: { label: 'First name', missing: 'Enter a value for “First name”.' },
  further_owners: {
    label: 'Who else owns 25 percent or more?',
    options: { '0': 'Nobody else', '1': 'One person more', '2': 'Two people more', '3': 'Three people more' },
    missing: 'Choose how many.',
  },
  iban: {
    label: 'IBAN',
    hint: 'In test mode: DE89370400440532013000 works, DE62370400440532013001 makes payouts fail.',
    missing: 'Enter the IBAN.',
    wrong: 'Enter the IBAN without spaces.',
  },
  id_number: {
    label: 'Personal ID number',
    hint: 'In test mode: 000000000 is accepted, 111111111 is not.',
    missing: 'Enter the number.',
    wrong: 'Enter digits only.',
  },
  industry: {
    label: 'Industry',
    options: {
      '5734': 'Software',
      '5999': 'Shop or retail',
      '5814': 'Food and drink',
      '7299': 'Services',
      '8299': 'Education',
      '5969': 'Other',
    },
    missing: 'Choose an industry.',
  },
  last_name: { label: 'Last name', missing: 'Enter a value for “Last name”.' },
  owner1_dob: owner1.dob,
  owner1_email: owner1.email,
  owner1_first_name: owner1.firstName,
  owner1_last_name: owner1.lastName,
  owner1_percent: owner1.percent,
  owner2_dob: owner2.dob,
  owner2_email: owner2.email,
  owner2_first_name: owner2.firstName,
  owner2_last_name: owner2.lastName,
  owner2_percent: owner2.percent,
  owner3_dob: owner3.dob,
  owner3_email: owner3.email,
  owner3_first_name: owner3.firstName,
  owner3_last_name: owner3.lastName,
  owner3_percent: owner3.percent,
  percent_ownership: {
    label: 'Share of the company, in percent',
    hint: 'From 25 percent on somebody is an owner to Stripe. Leave it empty if it is less.',
    wrong: 'Enter a whole number up to 100.',
  },
  phone: {
    label: 'Phone',
    missing: 'Enter a phone number.',
    wrong: 'Enter a phone number with its country code.',
  },
  product_description: {
    label: 'What you sell',
    hint: 'One sentence is enough. You may leave it out.',
    wrong: 'Write at least ten characters, or nothing.',
  },
  routing_number: {
    label: 'Routing number',
    missing: 'Enter the routing number.',
    wrong: 'A routing number has nine digits.',
  },
  sort_code: { label: 'Sort code', missing: 'Enter the sort code.', wrong: 'A sort code has six digits.' },
  ssn: {
    label: 'Social security number',
    hint: 'In test mode: 000000000 is accepted, 111111111 is not.',
    missing: 'Enter the number.',
    wrong: 'Enter digits only.',
  },
  statement_descriptor: {
    label: 'Statement descriptor',
    hint: 'What customers read on their card statement: 5 to 22 characters.',
    wrong: 'Use 5 to 22 characters, with a letter and without < > \\ \' " *.',
  },
  support_email: { label: 'Support email', wrong: 'Enter an e-mail address like name@example.com.' },
  support_phone: { label: 'Support phone', wrong: 'Enter a phone number with its country code.' },
  support_url: { label: 'Support website', wrong: 'Enter the full address, for example https://example.com.' },
  tax_id: { label: 'Business tax number', missing: 'Enter the tax number.' },
  title: { label: 'Job title', missing: 'Enter a job title.' },
  url: {
    label: 'Website',
    missing: 'Enter your website.',
    wrong: 'Enter the full address, for example https://example.com.',
  },
};
