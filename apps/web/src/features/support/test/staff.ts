import type { Staff, SupportView } from '@sellerdesk/contract';

/** Somebody of the staff. */
export const cy: Staff = {
  staffId: '00000000-0000-4000-8000-000000000001',
  email: 'cy@platform.example',
  name: 'Cy',
  role: 'support',
  secondFactorAt: '2026-11-26T08:00:00Z',
  expiresAt: '2026-11-26T20:00:00Z',
};

/** A support view of that seller. */
export const fernView: SupportView = {
  supportViewId: '00000000-0000-4000-8000-000000000003',
  staffName: 'Cy',
  seller: {
    sellerId: '00000000-0000-4000-8000-000000000002',
    businessName: 'Fern & Flour',
    email: 'ada@example.com',
  },
  reason: 'A payout that is missing',
  ticket: 'T-1',
  startedAt: '2026-11-26T08:00:00Z',
  expiresAt: '2026-11-26T08:30:00Z',
  idleExpiresAt: '2026-11-26T08:10:00Z',
};
