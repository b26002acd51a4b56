/** A part that is given back, of a whole of which some was given back before. */
export interface PartBack {
  readonly amount: number;
  readonly before: number;
  readonly whole: number;
}

/** Returns what the same part of something else is; rounded so that all parts together are all of it. */
export function proportionOf(other: number, { amount, before, whole }: PartBack): number {
  const upTo = (part: number): number => Math.round((other * part) / whole);
  return upTo(before + amount) - upTo(before);
}
