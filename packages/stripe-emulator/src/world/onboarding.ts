import { addBankAccount, changeAccount } from './accounts.ts';
import type { Account, Demand } from './state.ts';
import type { World } from './world.ts';

type Answers = Account['answers'];

/** Keeps what was answered so far: whoever comes back goes on from there. */
export function saveAnswers(world: World, id: string, answers: Answers): Account {
  const account = world.store.get('account', id);
  return changeAccount(world, id, { answers: { ...account.answers, ...answers } });
}

/** Hands onboarding in: Stripe looks at it at once, and what it does not accept it asks for again. */
export function handInOnboarding(world: World, id: string, answers: Answers = {}): Account {
  const account = world.store.get('account', id);
  const all = { ...account.answers, ...answers };
  changeAccount(world, id, { answers: all, submittedUnix: world.clock.nowUnix(), demands: demandsFrom(all) });
  return addBankAccount(world, id, {
    accountNumber: all['account_number'] ?? '',
    routingNumber: all['routing_number'] ?? '',
    country: account.country,
    currency: account.defaultCurrency,
    holder: all['account_holder_name'] ?? null,
  });
}

/** Stripe's test values that are not believed, with what it asks for then. */
const DISBELIEVED: readonly { readonly answer: string; readonly value: string; readonly demand: Demand }[] = [
  {
    answer: 'id_number',
    value: '111111111',
    demand: {
      field: 'individual.id_number',
      deadlineUnix: 0,
      problem: {
        code: 'verification_failed_id_number_match',
        reason: 'The ID number could not be matched with the name and date of birth.',
      },
    },
  },
  {
    answer: 'address_line1',
    value: 'address_no_match',
    demand: {
      field: 'individual.verification.document',
      deadlineUnix: 0,
      problem: { code: 'verification_failed_address_match', reason: 'The address could not be confirmed.' },
    },
  },
  {
    answer: 'document',
    value: 'file_identity_document_failure',
    demand: {
      field: 'individual.verification.document',
      deadlineUnix: 0,
      problem: { code: 'verification_document_failed_other', reason: 'The document could not be read.' },
    },
  },
];

/** A document that can be read settles whatever was asked for one. */
function demandsFrom(answers: Answers): readonly Demand[] {
  const shown = answers['document'] === 'file_identity_document_success';
  const demands = DISBELIEVED.filter(({ answer, value }) => answers[answer] === value).map(({ demand }) => demand);
  return demands.filter(({ field }) => !shown || !field.endsWith('.document'));
}
