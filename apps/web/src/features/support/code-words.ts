import type { SubmitProblem } from '../../lib/submit-problem.ts';
import { wordsOfWait } from '../../lib/submit-problem.ts';

/** Returns a code as it is sent: people type the spaces that their app shows. */
export function codeFrom(typed: string): string {
  return typed.replaceAll(/\s/gu, '');
}

/** Says what is wrong with a code before it is sent. */
export function problemOfCode(typed: string): { code?: string } {
  const { length } = codeFrom(typed);
  if (length === 0) return { code: 'Enter the six digits that your authenticator app shows now.' };
  return length < 6 || length > 20 ? { code: 'Enter all six digits, or a whole recovery code.' } : {};
}

/** What of a refusal stands at the field of the code. */
export function refusedCode({ code, fields }: SubmitProblem): { code?: string } {
  if (code === 'wrong_code') return { code: "This code isn't right, or was used already. Wait for the next one." };
  return fields['code'] === undefined ? {} : { code: fields['code'] };
}

/** Says why staff were refused, in words that fit wherever they were. */
export function wordsOfStaffRefusal({ code, message, retryAfterSeconds }: SubmitProblem): string {
  if (code === 'wrong_credentials') return "This e-mail and password don't match. Check both and try again.";
  if (code !== 'too_many_attempts') return `${message} What you typed is still here.`;
  const wait = retryAfterSeconds === undefined ? 'a few minutes' : wordsOfWait(retryAfterSeconds);
  return `That was one attempt too many. For everybody's safety, please wait ${wait} and try again.`;
}
