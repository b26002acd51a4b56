import { phrase } from '../phrase.ts';

/** Onboarding, account management, signing in at Stripe, and what Stripe wants. */
export const account = {
  steps: {
    'business-type': {
      title: 'Business type',
      short: 'Type',
      intro: 'Tell us what kind of business gets the money.',
    },
    business: { title: 'Business details', short: 'Business', intro: 'What you sell, and under which name.' },
    person: {
      title: 'Your details',
      short: 'You',
      intro: 'Whoever is responsible for the account. Stripe checks who they are.',
    },
    owners: {
      title: 'Owners',
      short: 'Owners',
      intro: 'Stripe has to know everybody who owns a quarter of the company or more.',
    },
    'owner-details': { title: 'Details of the owners', short: 'Owners’ details', intro: 'Who the others are.' },
    document: {
      title: 'Identity document',
      short: 'Document',
      intro: 'Stripe wants to see a document of somebody behind the account.',
    },
    bank: { title: 'Bank account', short: 'Bank', intro: 'Where your payouts go.' },
    review: { title: 'Review and submit', short: 'Review', intro: 'Check that everything is right.' },
  },
  stepsLabel: 'Steps',
  questions: 'Questions of Stripe',
  whereYouAre: (platform: string, step: string, steps: string) => `${platform} works with Stripe · ${step} of ${steps}`,
  continue: 'Continue',
  saveForLater: 'Save for later',
  submit: 'Submit',
  agreeAndSubmit: 'Agree and submit',
  left: {
    later: { title: 'Saved for later', text: 'Your answers are kept. Go on whenever you like.' },
    finished: { title: 'That’s everything', text: 'Stripe has what it needs for now. There is nothing else to do.' },
    askedAgain: { title: 'Stripe needs a little more', text: 'Something is still missing.' },
    lookAgain: 'Look at it again',
  },
  terms: {
    agree: <Part>(terms: Part, platform: Part, privacy: Part) =>
      phrase`By submitting you agree to the ${terms}. ${platform} and Stripe share what you entered, as the ${privacy} says.`,
    full: 'terms of service',
    recipient: 'terms of service for recipients',
    privacy: 'privacy policy',
    ofEmulator: {
      full: 'test terms of service of this emulator',
      recipient: 'test terms of service for recipients of this emulator',
      privacy: 'test privacy policy of this emulator',
    },
  },
  sections: {
    business_details: 'Business details',
    personal_details: 'Personal details',
    public_details: 'Public details',
  },
  bankForPayouts: 'Bank account for payouts',
  addBank: 'Add',
  addingBank: 'Add bank account for payouts',
  defaultBank: 'Default',
  makeDefault: 'Make default',
  makingDefault: (last4: string) => `Make default the account ending in ${last4}`,
  returned: 'Returned a payout',
  needsMore: { title: 'Stripe needs a little more from you', text: 'Without it, payments and payouts may be paused.' },
  provide: 'Provide information',
  /** Why Stripe did not believe something, by its codes. */
  reasons: {
    verification_document_failed_other: 'The document could not be read.',
    verification_failed_address_match: 'The address could not be confirmed.',
    verification_failed_id_number_match: 'The ID number could not be matched with the name and date of birth.',
  },
  signIn: {
    label: 'Sign in',
    title: 'Sign in to Stripe to continue',
    text: 'These details are kept by Stripe. Sign in there once, in a window of its own, and go on here.',
    open: 'Sign in',
    openAgain: 'Open the window again',
    waiting: 'Waiting for you to sign in in the other window.',
    closed: 'The window was closed before you signed in.',
    blocked: 'Your browser blocked the window',
    wayOut: <Part>(link: Part) =>
      phrase`Allow windows for this page, or ${link}. You can go on here as soon as you have.`,
    newTab: 'sign in in a new tab',
  },
  notices: {
    label: 'Notifications from Stripe emulator',
    kinds: {
      rejected: {
        title: 'This account was closed',
        text: 'Stripe has closed this account. It can take no more payments. Ask Stripe’s support what happens to your balance.',
      },
      under_review: {
        title: 'Stripe is reviewing your details',
        text: 'Payments and payouts wait until that is done. There is nothing for you to do.',
      },
      payouts_paused: {
        title: 'Payouts are paused',
        text: 'Stripe holds your payouts back for now. Your money is safe and stays in your balance.',
      },
      more_needed: {
        title: 'Stripe needs a little more from you',
        text: 'Without it, payments and payouts will be paused.',
      },
      overdue: {
        title: 'Stripe needs something from you now',
        text: 'Until you do, payments and payouts are paused.',
      },
      needed_later: {
        title: 'Stripe will need a little more from you',
        text: 'You can provide it now. Payments and payouts go on meanwhile.',
      },
      bank_returned: {
        title: 'Your bank returned a payout',
        text: 'Check the account number and enter it again.',
      },
    },
    notSentTo: (bank: string) => `Money could not be sent to ${bank}.`,
    updateBank: 'Update bank account',
    openElsewhere: 'Open in a new tab',
    dueBy: <Part>(day: Part) => phrase`Due by ${day}.`,
  },
};
