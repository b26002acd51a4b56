import { type SubmitProblem, wordsOfWait } from '../../lib/submit-problem.ts';
import type { Problems } from '../../ui/use-field-problems.ts';

/** Says in words why signing in or up was refused as a whole; what is wrong with single fields stands at them. */
export function wordsOfRefusal({ code, message, retryAfterSeconds }: SubmitProblem): string {
  if (code === 'wrong_credentials') return 'This e-mail and password do not match. Check both and try again.';
  if (code !== 'too_many_attempts') return `${message} What you typed is still here.`;
  const wait = retryAfterSeconds === undefined ? 'a few minutes' : wordsOfWait(retryAfterSeconds);
  return `That was one attempt too many. For your safety, please wait ${wait} and try again.`;
}

/** Returns what was refused about the form's own fields; an address that is taken is a problem of its field. */
export function refusedFields<Form extends object>({ code, fields }: SubmitProblem, form: Form): Problems<Form> {
  const refused = code === 'email_taken' ? { email: 'This e-mail already has an account.' } : fields;
  const problems: Problems<Form> = {};
  for (const field in form) {
    const words = new Map(Object.entries(refused)).get(field);
    if (words !== undefined) problems[field] = words;
  }
  return problems;
}
