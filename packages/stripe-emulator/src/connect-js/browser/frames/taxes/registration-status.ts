import type { TaxRegistrationRow, Tone } from '../../../frame-data.ts';

/** The tone of each state of a registration. */
export const registrationTones: Record<TaxRegistrationRow['status'], Tone> = {
  active: 'success',
  scheduled: 'neutral',
  expired: 'neutral',
};
