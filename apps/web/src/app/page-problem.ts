import { ProblemError, UnexpectedReplyError } from '@sellerdesk/contract';

/** Why a page cannot be shown: what happened, what is safe, and what to do. */
export interface PageProblem {
  readonly title: string;
  readonly body: string;
  /** Whether trying again here can help; otherwise the whole page is loaded anew. */
  readonly remedy: 'retry' | 'reload';
  readonly requestId?: string;
}

/** Returns why a page cannot be shown in plain words, whatever it failed with. */
export function pageProblemFrom(error: unknown): PageProblem {
  if (error instanceof ProblemError) {
    const { requestId } = error.problem;
    return { title: "This page can't be shown right now", body: wordsOf(error), remedy: 'retry', requestId };
  }
  if (error instanceof UnexpectedReplyError || isNetworkFailure(error)) {
    return {
      title: "We can't reach our server",
      body: 'Check your connection, then try again. Your money and your payments are safe.',
      remedy: 'retry',
    };
  }
  if (isMissingCode(error)) {
    return {
      title: 'A part of this page did not arrive',
      body: 'Your connection broke off, or there is a new version of these pages. Load the page again to go on.',
      remedy: 'reload',
    };
  }
  return {
    title: 'This page has stopped',
    body: 'This is our mistake, not yours. Nothing was changed: your money and your payments are safe. Load the page again to go on.',
    remedy: 'reload',
  };
}

function wordsOf({ code, message }: ProblemError): string {
  if (code === 'internal') return 'This is our mistake, not yours. Your money is safe; try again in a moment.';
  return `${message}. Your money is safe; try again in a moment.`;
}

/** `fetch` rejects with a TypeError, and only then has no answer. */
function isNetworkFailure(error: unknown): boolean {
  return error instanceof TypeError && /fetch|network|load failed/iu.test(error.message) && !isMissingCode(error);
}

function isMissingCode(error: unknown): boolean {
  return error instanceof Error && /dynamically imported module|module script|preload/iu.test(error.message);
}
