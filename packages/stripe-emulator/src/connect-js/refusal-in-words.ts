import type { Words } from '../words/english.ts';

export type RefusalCode = Exclude<keyof Words['refusals'], 'other'>;

/** Says why something cannot be done. What has no code here is said as Stripe says it. */
export function refusalInWords({ refusals }: Words, code: string | undefined, about: string): string {
  if (code === undefined || !isKnown(code, refusals)) return refusals.other(about);
  const sentence = refusals[code];
  return typeof sentence === 'string' ? sentence : sentence(about);
}

function isKnown(code: string, refusals: Words['refusals']): code is RefusalCode {
  return code !== 'other' && Object.hasOwn(refusals, code);
}
