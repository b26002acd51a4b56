import { bankFields } from '../../onboarding/bank-fields.ts';
import { factsOf } from '../../onboarding/facts.ts';
import { progressOf } from '../../onboarding/progress.ts';
import { sections } from '../../onboarding/sections.ts';
import { businessNameOf } from '../../world/accounts.ts';
import { isDefaultBank } from '../../world/default-banks.ts';
import type { Account, Collection } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import type { Management } from '../frame-data.ts';
import { formFields } from './form-fields.ts';
import { standingOf } from './notices.ts';
import { bankSummary } from './payouts.ts';

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
    banks: banksOf(account),
    bankFields: mayChangeBank ? bankFields(country).map((field) => ({ ...field, value: '' })) : null,
    standing: standingOf(account),
    wanted: wanted.length,
  };
}

function banksOf(account: Account): Management['banks'] {
  return account.bankAccounts.map((bank) => ({
    ...bankSummary(bank),
    id: bank.id,
    isDefault: isDefaultBank(account, bank),
    returned: bank.status === 'errored',
  }));
}
