import { ProblemError, type ProblemCode, UnexpectedReplyError } from '@sellerdesk/contract';

/** Why something a seller sent was not done, in the words a form needs. */
export interface SubmitProblem {
  /** The server's code; `unreachable` when there was no answer, `unexpected` when it was not ours. */
  readonly code: ProblemCode | 'unreachable' | 'unexpected';
  /** What happened, what is safe, and what to do. */
  readonly message: string;
  /** What is wrong with single fields, by the name they were sent under. */
  readonly fields: Readonly<Record<string, string>>;
  readonly retryAfterSeconds: number | undefined;
  /** Names the request in our logs, for whoever helps the seller. */
  readonly requestId: string | undefined;
}

/** Sentences that fit wherever the problem appears; codes without one speak with the server's own words. */
const messages: Readonly<Partial<Record<SubmitProblem['code'], string>>> = {
  unreachable: "We couldn't reach our server. Check your connection and try again.",
  unexpected: "The answer didn't come from our server. Try again in a moment.",
  validation_failed: "Some of this can't be used yet. The fields say what would be right.",
  not_signed_in: 'You have been signed out.',
  internal: 'This is our mistake, not yours. Try again in a moment.',
  unavailable: "We can't do this right now. Try again in a moment.",
  stripe_unavailable: "Stripe can't be reached right now. Nothing was changed; try again in a moment.",
};

/** Returns why a request failed in the words a form needs, whatever it failed with. */
export function submitProblemFrom(error: unknown): SubmitProblem {
  if (!(error instanceof ProblemError)) return problemWithoutBody(error);
  const { fields = [], retryAfterSeconds, requestId } = error.problem;
  return {
    code: error.code,
    message: messages[error.code] ?? error.message,
    fields: Object.fromEntries(fields.map(({ field, message }) => [field, message])),
    retryAfterSeconds,
    requestId,
  };
}

function problemWithoutBody(error: unknown): SubmitProblem {
  const code = error instanceof UnexpectedReplyError ? 'unexpected' : 'unreachable';
  return { code, message: messages[code] ?? '', fields: {}, retryAfterSeconds: undefined, requestId: undefined };
}

/** Returns a wait as people say it: `40 seconds`, `2 minutes`; minutes are rounded up. */
export function wordsOfWait(seconds: number): string {
  if (seconds < 90) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
