/**
 * Says whether a text looks like a whole e-mail address.
 *
 * It catches what is half typed, not more: the server decides, and a strict pattern refuses addresses that work.
 */
export function isEmailAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/u.test(text) && text.length <= 254;
}
