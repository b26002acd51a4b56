import { decimalFromMoney, type Money } from '@sellerdesk/money';

/**
 * Groups digits with a narrow no-break space, which nobody types: a comma or a point put there by us could not be told
 * from one the seller means, and "1,234" would be a thousand to one reader and a bit over one to another.
 */
const groupSeparator = '\u202F';

/** What stands in a text field, and how many characters stand before the caret. */
export interface Typing {
  readonly text: string;
  readonly caret: number;
}

/** Groups the digits of an amount while it is typed, with the caret left between the same two digits. */
export function groupWhileTyping({ text, caret }: Typing): Typing {
  const grouped = groupDigits(bare(text));
  return { text: grouped, caret: caretAfter(grouped, bare(text.slice(0, caret)).length) };
}

/** Returns an amount as it rests in the field: grouped, with all the decimals of its currency. */
export function amountText(amount: Money, locale?: string): string {
  return groupDigits(decimalFromMoney(amount).replace('.', decimalSeparatorOf(locale)));
}

/** Currency signs come along when an amount is pasted; our own separators come back from the field. */
function bare(text: string): string {
  return text.replaceAll(/[\s\p{Sc}]/gu, '');
}

/** Leaves alone what the seller grouped on their own: there is more than one separator in it. */
function groupDigits(text: string): string {
  const parts = /^(\d+)([.,]\d*)?$/u.exec(text);
  if (parts === null) return text;
  const [, whole = '', fraction = ''] = parts;
  return whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, groupSeparator) + fraction;
}

function caretAfter(grouped: string, significant: number): number {
  let seen = 0;
  for (let index = 0; index < grouped.length; index += 1) {
    if (seen === significant) return index;
    if (grouped[index] !== groupSeparator) seen += 1;
  }
  return grouped.length;
}

function decimalSeparatorOf(locale?: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}
