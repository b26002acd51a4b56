import type { OidcRefusal } from '@sellerdesk/contract';

/** Why somebody came back from the identity provider and is not signed in. */
export interface ProviderRefusal {
  readonly words: string;
  /** Names the request in our logs, where somebody else has to help. */
  readonly requestId: string | undefined;
}

type Words = (provider: string) => string;

const again = 'Try again, or use your password.';
const operator = 'A colleague who runs the server';

const wordsOf: Readonly<Record<OidcRefusal, Words>> = {
  provider_declined: (provider) => `You cancelled at ${provider}, or it didn't let you use this. ${again}`,
  provider_unavailable: (provider) =>
    `We can't reach ${provider} right now. Try again in a moment, or use your password.`,
  provider_answer_refused: (provider) =>
    `What ${provider} told us about you can't be trusted, so you aren't signed in. ${again}`,
  sign_in_over: () => 'That took too long, was begun in another browser, or was used already. Begin again here.',
  too_many_attempts: () =>
    "That was one attempt too many. For everybody's safety, please wait a few minutes and try again.",
  internal: () => `This is our mistake, not yours. ${again}`,
  unavailable: () => "We can't do this right now. Try again in a moment.",
  not_staff: (provider) => `${provider} knows you, but you aren't on the staff here. ${operator} can add you.`,
  email_not_verified: (provider) =>
    `${provider} hasn't verified your e-mail address, so we can't tell that it's you. Have it verified there and try again.`,
  identity_changed: (provider) =>
    `Somebody else has signed in here with your address at ${provider} before. ${operator} can sort that out.`,
  set_up_due: () =>
    `You have no second factor yet. Use your set-up link first; ${operator.toLowerCase()} can send you a new one.`,
  email_missing: (provider) =>
    `${provider} doesn't tell us your e-mail address, and without one there is no account. Add it there, or sign up here.`,
  email_taken: () =>
    "There is an account with your e-mail address already. If it's yours, sign in the way you did before.",
};

/** Where somebody else has to look at what happened. */
const needsHelp = new Set<OidcRefusal>([
  'provider_unavailable',
  'provider_answer_refused',
  'internal',
  'unavailable',
  'identity_changed',
]);

/** Returns what the query of a sign-in page says about a sign-in at the identity provider; its words are ours alone. */
export function providerRefusalFrom(search: string, provider: string): ProviderRefusal | undefined {
  const query = new URLSearchParams(search);
  const refused = query.get('refused');
  if (refused === null || !isRefusal(refused)) return undefined;
  const request = query.get('request');
  const isId = request !== null && /^req_[\w-]{16}$/u.test(request);
  return { words: wordsOf[refused](provider), requestId: isId && needsHelp.has(refused) ? request : undefined };
}

function isRefusal(text: string): text is OidcRefusal {
  return Object.hasOwn(wordsOf, text);
}
