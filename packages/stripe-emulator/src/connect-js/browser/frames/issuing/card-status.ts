import type { IssuedCard, Tone } from '../../../frame-data.ts';

/** The tone of each state of a card. */
export const cardTones: Record<IssuedCard['status'], Tone> = {
  active: 'success',
  inactive: 'warning',
  canceled: 'neutral',
};
