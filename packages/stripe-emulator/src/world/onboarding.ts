import { changeAccount } from './accounts.ts';
import { addBankAccount, hasBankAccount, type NewBankAccount, replaceBankAccount } from './bank-accounts.ts';
import { defaultBankOf } from './default-banks.ts';
import { ALL_QUESTIONS, requirementsOf, unansweredIn } from './requirements.ts';
import { DOCUMENT } from './demands.ts';
import type { Account, Demand } from './state.ts';
import type { World } from './world.ts';

type Answers = Account['answers'];

/** Keeps what was answered so far: whoever comes back goes on from there. */
export function saveAnswers(world: World, id: string, answers: Answers): Account {
  const account = world.store.get('account', id);
  return changeAccount(world, id, { answers: { ...account.answers, ...answers } });
}

/** Hands onboarding in: Stripe looks at it at once, and what it does not accept it asks for again. */
export function handInOnboarding(
  world: World,
  id: string,
  answers: Answers = {},
  { agreesToTerms = true, asked }: HandingIn = {},
): Account {
  const account = world.store.get('account', id);
  const all = { ...account.answers, ...answers };
  const settled = asked ?? requirementsOf(world, account).currentlyDue;
  const left = account.demands.filter(({ field }) => !settled.includes(field));
  const handedIn = changeAccount(world, id, {
    answers: all,
    submittedUnix: world.clock.nowUnix(),
    demands: withoutTwins([...left, ...demandsFrom(all, settled.filter(isDocument)), ...leftOutOf(all)]),
    termsAccepted: agreesToTerms,
  });
  return withBankAccount(world, handedIn);
}

interface HandingIn {
  readonly agreesToTerms?: boolean;
  /** The requirements that were asked for; all that are currently due, unless told. What was not asked stays. */
  readonly asked?: readonly string[];
}

/** What is wanted twice is wanted as it was said last. */
function withoutTwins(demands: readonly Demand[]): readonly Demand[] {
  return [...new Map(demands.map((demand) => [demand.field, demand])).values()];
}

/** Changes what was told before. Stripe looks at what is new in it, and what it asked for is settled by an answer. */
export function changeDetails(world: World, id: string, answers: Answers): Account {
  return changeAccount(world, id, detailsWith(world.store.get('account', id), answers));
}

/** Says what becomes of an account with such answers. */
export function detailsWith(account: Account, answers: Answers): Pick<Account, 'answers' | 'demands'> {
  const changed = Object.fromEntries(
    Object.entries(answers).filter(([name, value]) => account.answers[name] !== value),
  );
  const doubts = demandsFrom(changed);
  const left = account.demands.filter(
    ({ field }) => !isAnswered(field, changed) && !doubts.some((doubt) => doubt.field === field),
  );
  return { answers: { ...account.answers, ...changed }, demands: [...left, ...doubts] };
}

/** Lets payouts go to another bank account. The one they went to stays, unless it has sent one back. */
export function changeBankAccount(world: World, id: string, answers: Answers): Account {
  const account = saveAnswers(world, id, answers);
  const bank = newBankOf(account);
  if (bank === undefined) return account;
  const isReturned = defaultBankOf(account, bank.currency)?.status === 'errored';
  return isReturned ? replaceBankAccount(world, id, bank) : addBankAccount(world, id, bank);
}

/** Makes what was answered the bank account that payouts go to, in the place of the one they went to. */
function withBankAccount(world: World, account: Account): Account {
  const bank = newBankOf(account);
  return bank === undefined ? account : replaceBankAccount(world, account.id, bank);
}

/** The bank account that was answered; undefined where payouts go to it already. */
function newBankOf(account: Account): NewBankAccount | undefined {
  const bank = bankFrom(account);
  return bank === undefined || hasBankAccount(account, bank) ? undefined : bank;
}

/** Where the platform asks for the bank account itself, onboarding has none. */
function bankFrom({ answers, country, defaultCurrency }: Account): NewBankAccount | undefined {
  const { account_number: accountNumber = '', routing_number: routingNumber = '' } = answers;
  if (accountNumber === '') return undefined;
  const holder = answers['account_holder_name'] ?? null;
  return { accountNumber, routingNumber, country, currency: defaultCurrency, holder };
}

/** What the platform did not want asked is due all the same; without a bank account only payouts have to wait. */
function leftOutOf(answers: Answers): readonly Demand[] {
  return unansweredIn(answers).map((field) => ({
    field,
    deadlineUnix: field === 'external_account' ? null : 0,
    problem: null,
  }));
}

function isAnswered(field: string, answers: Answers): boolean {
  return ALL_QUESTIONS.some(([requirement, answer]) => requirement === field && answers[answer] !== undefined);
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

/** A document that can be read settles whatever was asked for one; one that cannot be read is asked for again. */
function demandsFrom(answers: Answers, documents: readonly string[] = []): readonly Demand[] {
  const shown = answers['document'] === 'file_identity_document_success';
  const demands = DISBELIEVED.filter(({ answer, value }) => answers[answer] === value).map(({ demand }) => demand);
  const believed = demands.filter(({ field }) => !shown || !isDocument(field));
  const asked = documents.length > 0 ? documents : [DOCUMENT];
  return believed.flatMap((demand) =>
    isDocument(demand.field) && answers['document'] !== undefined
      ? asked.map((field) => ({ ...demand, field }))
      : [demand],
  );
}

function isDocument(field: string): boolean {
  return field.endsWith('.document');
}
