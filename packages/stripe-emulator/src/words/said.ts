/** Says a code in words; one that Stripe has and these words do not is shown as it is, unless told otherwise. */
export function said(
  words: Readonly<Record<string, string>>,
  code: string,
  otherwise = code.replaceAll('_', ' '),
): string {
  return (Object.hasOwn(words, code) ? words[code] : undefined) ?? otherwise;
}
