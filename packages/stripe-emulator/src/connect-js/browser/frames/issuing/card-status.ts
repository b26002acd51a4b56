import type { IssuedCard, Tone } from '../../../frame-data.ts';

/** Each state of a card in the seller's words. */
export const cardStatuses: Record<IssuedCard['status'], { readonly label: string; readonly tone: Tone }> = {
  active: { label: 'Active', tone: 'success' },
  inactive: { label: 'Frozen', tone: 'warning' },
  canceled: { label: 'Canceled', tone: 'neutral' },
};
