import { bankFields } from '../../onboarding/bank-fields.ts';
import type { Collection } from '../../onboarding/collection.ts';
import { factsOf } from '../../onboarding/facts.ts';
import { progressOf } from '../../onboarding/progress.ts';
import { sections } from '../../onboarding/sections.ts';
import { businessNameOf } from '../../world/accounts.ts';
import type { Account } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import type { Management } from '../frame-data.ts';
import { formFields } from './form-fields.ts';
import { bankOf } from './payouts.ts';

/** Tells what Stripe knows of an account, with the forms that change it. */
export function managementOf(
  world: World,
  account: Account,
  collection: Collection,
  mayChangeBank: boolean,
): Management {
  const { answers, country } = account;
  const { wanted } = progressOf(world, account, collection);
  return {
    name: businessNameOf(account),
    sections: sections.map(({ name, fields }) => ({
      name,
      facts: factsOf({ fields }, answers, country),
      fields: formFields(fields(answers, country), account, wanted),
    })),
    bank: bankWithState(account),
    bankFields: mayChangeBank ? bankFields(country).map((field) => ({ ...field, value: '' })) : null,
    wanted: wanted.length,
  };
}

function bankWithState(account: Account): Management['bank'] {
  const bank = bankOf(account);
  const returned = account.bankAccounts.some(({ status }) => status === 'errored');
  return bank && { ...bank, returned };
}
