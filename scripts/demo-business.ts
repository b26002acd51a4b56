/** What a small pottery sold over the last months: made up, the same on every machine. */

export interface Sale {
  /** Days before today, and the second of that day. */
  readonly daysAgo: number;
  readonly secondOfDay: number;
  readonly amountMinor: number;
  readonly currency: 'gbp' | 'eur';
  readonly description: string;
  readonly customer: { readonly name: string; readonly email: string };
  /** Stripe's test payment method. */
  readonly paymentMethod: string;
  /** The part given back later, as a share; 0 for none. */
  readonly refunded: number;
}

export const business = {
  name: 'Harbour Street Ceramics',
  email: 'ada@harbourstreet.example',
  password: 'wheel-kiln-glaze',
  country: 'GB',
} as const;

/** How far back the books go. */
export const DAYS = 120;

const goods: readonly (readonly [name: string, pounds: number])[] = [
  ['Stoneware mug, sea glaze', 24],
  ['Pair of espresso cups', 32],
  ['Dinner plate, speckled', 28],
  ['Set of four bowls', 96],
  ['Bud vase', 22],
  ['Large serving platter', 84],
  ['Teapot, tenmoku', 78],
  ['Porridge bowl', 26],
  ['Wheel-throwing class, one evening', 65],
  ['Weekend workshop', 190],
  ['Kiln hire, half day', 45],
  ['Wedding list, table for six', 420],
];

const first = [
  'Amara',
  'Ben',
  'Chloe',
  'Dev',
  'Elif',
  'Finn',
  'Grace',
  'Hugo',
  'Ines',
  'Jonas',
  'Kit',
  'Leila',
  'Mateo',
  'Nora',
  'Oskar',
  'Priya',
];
const last = [
  'Abbott',
  'Berg',
  'Castro',
  'Doyle',
  'Evans',
  'Fischer',
  'Grant',
  'Hughes',
  'Ito',
  'Jansen',
  'Khan',
  'Lowe',
  'Moreau',
  'Novak',
];

const cards: readonly (readonly [paymentMethod: string, weight: number])[] = [
  ['pm_card_visa', 52],
  ['pm_card_mastercard', 26],
  ['pm_card_visa_debit', 14],
  ['pm_card_amex', 8],
];

/** Lists every sale, oldest first. */
export function salesOfTheLastMonths(): readonly Sale[] {
  const random = seeded(20_261);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('Nothing to pick from');
    return item;
  };
  const sales: Sale[] = [];
  for (let daysAgo = DAYS; daysAgo >= 1; daysAgo -= 1) {
    // The shop is growing, and weekends are busier.
    const busy = 0.9 + (DAYS - daysAgo) / 90 + (daysAgo % 7 < 2 ? 1.3 : 0);
    const count = Math.floor(busy + random());
    const moments = Array.from({ length: count }, () => 32_400 + Math.floor(random() * 36_000)).toSorted(
      (one, other) => one - other,
    );
    for (const secondOfDay of moments) {
      const [name, pounds] = pick(goods);
      const quantity = pounds < 50 && random() < 0.3 ? 2 : 1;
      const currency = random() < 0.24 ? 'eur' : 'gbp';
      const given = pick(first);
      const family = pick(last);
      sales.push({
        daysAgo,
        secondOfDay,
        amountMinor: Math.round(pounds * quantity * 100 * (currency === 'eur' ? 1.2 : 1)),
        currency,
        description: quantity === 1 ? name : `${quantity} × ${name}`,
        customer: { name: `${given} ${family}`, email: `${given}.${family}@example.com`.toLowerCase() },
        paymentMethod: weighted(cards, random()),
        refunded: 0,
      });
    }
  }
  return withIncidents(sales);
}

/** Some days are not like others: cards are declined, customers change their minds, one calls the bank. */
function withIncidents(sales: readonly Sale[]): readonly Sale[] {
  return sales.map((sale, index): Sale => {
    const fromEnd = sales.length - index;
    if (fromEnd === 19)
      return {
        ...sale,
        paymentMethod: 'pm_card_createDispute',
        description: 'Set of four bowls',
        amountMinor: 9600,
        currency: 'gbp',
      };
    if (index % 37 === 21) return { ...sale, paymentMethod: 'pm_card_visa_chargeDeclined' };
    if (index % 61 === 40) return { ...sale, paymentMethod: 'pm_card_visa_chargeDeclinedInsufficientFunds' };
    if (index % 53 === 30) return { ...sale, refunded: index % 2 === 0 ? 1 : 0.5 };
    return sale;
  });
}

function weighted(items: readonly (readonly [string, number])[], at: number): string {
  const total = items.reduce((sum, [, weight]) => sum + weight, 0);
  let left = at * total;
  for (const [item, weight] of items) {
    left -= weight;
    if (left < 0) return item;
  }
  return items[0]?.[0] ?? '';
}

/** The same numbers every time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
