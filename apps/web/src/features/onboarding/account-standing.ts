import type { Account, Seller } from '@sellerdesk/contract';

/** The one thing a seller can do next. */
export type NextStep = 'set-up' | 'continue' | 'go-home' | 'open-stripe' | 'contact-stripe';

/** Where a seller stands with Stripe, in their words. */
export interface AccountStanding {
  readonly title: string;
  readonly body: string;
  readonly tone: 'neutral' | 'positive' | 'warning' | 'danger';
  readonly nextStep: NextStep;
}

const notStarted = (platformName: string): AccountStanding => ({
  title: 'Set up payments',
  body:
    `${platformName} takes payments with Stripe. Stripe asks who you are, what you sell and which bank account your ` +
    'money goes to. It takes about ten minutes, and you can stop and carry on whenever you like.',
  tone: 'neutral',
  nextStep: 'set-up',
});

const words: Readonly<Record<Exclude<Account['state'], 'not_started'>, (account: Account) => AccountStanding>> = {
  more_needed: (account) => ({
    title: "You're not done yet",
    body: account.chargesEnabled
      ? `Stripe still needs ${countedThings(account)} to keep your payments and payouts working.`
      : `Stripe still needs ${countedThings(account)} before you can take payments.`,
    tone: 'warning',
    nextStep: 'continue',
  }),
  in_review: () => ({
    title: 'Stripe is reviewing your details',
    body: "There is nothing for you to do; we'll show it here when it's done.",
    tone: 'neutral',
    nextStep: 'go-home',
  }),
  ready: () => ({
    title: "You're ready to take payments",
    body: 'Stripe has everything it needs. Payments and payouts are on.',
    tone: 'positive',
    nextStep: 'go-home',
  }),
  restricted: (account) => ({
    title: titleOfRestriction(account),
    body:
      account.requirements.length > 0
        ? `Stripe needs ${countedThings(account)} to switch this back on. Money you already have is safe.`
        : 'Stripe has put a hold on this account. What you can do stands in Stripe; money you already have is safe.',
    tone: 'danger',
    nextStep: account.requirements.length > 0 || account.dashboard.type === 'none' ? 'continue' : 'open-stripe',
  }),
  rejected: (account) => ({
    title: 'Stripe has closed this account',
    body: 'It can no longer take payments. Stripe has written to you by e-mail with the reason, and can tell you what you can do.',
    tone: 'danger',
    nextStep: account.dashboard.links ? 'open-stripe' : 'contact-stripe',
  }),
};

/** Returns where a seller stands with Stripe; without an account they have not started. */
export function standingOfAccount({ account, platform }: Pick<Seller, 'account' | 'platform'>): AccountStanding {
  if (account === null || account.state === 'not_started') return notStarted(platform.name);
  return words[account.state](account);
}

function titleOfRestriction({ chargesEnabled, payoutsEnabled }: Account): string {
  if (!chargesEnabled && !payoutsEnabled) return 'Payments and payouts are paused';
  if (!chargesEnabled) return 'Payments are paused';
  return payoutsEnabled ? 'Your account is limited' : 'Payouts are paused';
}

const numerals = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function countedThings({ requirements }: Account): string {
  const count = requirements.length;
  if (count === 0) return 'a few more details';
  return `${numerals[count] ?? count} ${count === 1 ? 'thing' : 'things'}`;
}
