import { expect, test } from 'vitest';
import { labelOfRequirement } from './requirement-label.ts';

test.each([
  ['external_account', 'A bank account for your payouts'],
  ['tos_acceptance.ip', 'Your agreement to Stripe’s terms'],
  ['business_profile.url', 'Your website, or a page that shows what you sell'],
  ['business_profile.mcc', 'Your line of business'],
  ['configuration.merchant.mcc', 'Your line of business'],
  ['business_profile.product_description', 'What you sell'],
  ['business_profile.support_phone', 'How your customers can reach you'],
  ['settings.payments.statement_descriptor', 'Your name on customers’ bank statements'],
  ['identity.entity_type', 'Whether you are a company or a person'],
  ['company.owners_provided', 'Who owns and runs your company'],
  ['company.address.line1', 'Your company’s address'],
  ['company.tax_id', 'Your company’s tax or registration number'],
  ['individual.dob.day', 'Your date of birth'],
  ['individual.ssn_last_4', 'Your identity number'],
  ['individual.verification.additional_document', 'Your second identity document'],
  ['person_1Abc.verification.document', 'A person’s identity document'],
  ['representative.phone', 'The representative’s phone number'],
  ['owners.email', 'An owner’s e-mail address'],
  ['directors.first_name', 'A director’s name'],
  ['identity.individual.given_name', 'Your name'],
  ['individual.favourite_colour', 'Your favourite colour'],
])('%s is “%s”', (field, label) => {
  expect(labelOfRequirement(field)).toBe(label);
});
