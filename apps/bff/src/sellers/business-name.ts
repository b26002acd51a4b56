import { isText, type Problem, problem } from '../http/index.ts';

/**
 * Returns the name of a business as it is kept.
 *
 * @throws {Problem} `validation_failed`
 */
export function businessNameFrom(typed: string): string {
  const businessName = typed.trim();
  if (businessName === '') throw refusal('Write the name of your business.');
  if (!isText(businessName)) throw refusal('This has a character that cannot be written.');
  return businessName;
}

function refusal(message: string): Problem {
  return problem('validation_failed', { fields: [{ field: 'businessName', message }] });
}
