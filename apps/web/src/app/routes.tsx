import { lazy, type ReactNode } from 'react';
import type { StripePlace } from '../connect/stripe-place.ts';
import { HomePage } from '../features/home/home-page.tsx';
import { LatestCharges } from '../features/new-charge/latest-charges.tsx';
import { AccountNotice } from '../features/onboarding/account-notice.tsx';
import { PaymentsPage } from '../features/payments/payments-page.tsx';
import { PayoutsPage } from '../features/payouts/payouts-page.tsx';
import type { Section } from './frame/navigation.ts';
import { paths } from './paths.ts';

/** The parts of the address that a pattern names. */
export type RouteParams = Readonly<Record<string, string | undefined>>;

/** A page inside the frame. */
export interface FrameRoute {
  readonly pattern: string;
  readonly title: string;
  readonly section: Section;
  /** Where the same object stands in the Stripe Dashboard. */
  readonly place: (params: RouteParams) => StripePlace;
  readonly page: (params: RouteParams) => ReactNode;
  /** Does something by being opened, or is there for that alone: support does not see it. */
  readonly sellersAlone?: true;
  /** Loads the code of a page that is not part of the first download. */
  readonly load?: () => Promise<unknown>;
}

const onboarding = () => import('../features/onboarding/pages.ts');
const charges = () => import('../features/new-charge/pages.ts');
const supportAccess = () => import('../features/support-views/support-access-page.tsx');

const OnboardingPage = lazy(async () => ({ default: (await onboarding()).OnboardingPage }));
const OnboardingReturnPage = lazy(async () => ({ default: (await onboarding()).OnboardingReturnPage }));
const OnboardingRefreshPage = lazy(async () => ({ default: (await onboarding()).OnboardingRefreshPage }));
const NewChargePage = lazy(async () => ({ default: (await charges()).NewChargePage }));
const ChargesPage = lazy(async () => ({ default: (await charges()).ChargesPage }));
const ChargePage = lazy(async () => ({ default: (await charges()).ChargePage }));
const SupportAccessPage = lazy(async () => ({ default: (await supportAccess()).SupportAccessPage }));

/**
 * Every page inside the frame. Those with a component are part of the first download, because a request saved is worth
 * more there than the few kilobytes the others could do without; the rest is loaded when a link to it is hovered.
 */
export const frameRoutes: readonly FrameRoute[] = [
  {
    pattern: paths.home,
    title: 'Home',
    section: 'home',
    place: () => ({ to: 'home' }),
    page: () => <HomePage notice={<AccountNotice />} charges={<LatestCharges />} />,
  },
  {
    pattern: paths.payments,
    title: 'Payments',
    section: 'payments',
    place: () => ({ to: 'payments' }),
    page: () => <PaymentsPage paymentId={undefined} />,
  },
  {
    pattern: '/payments/:paymentId',
    title: 'Payments',
    section: 'payments',
    place: ({ paymentId = '' }) => ({ to: 'payment', id: paymentId }),
    // The same page as the list: it stays as it is beneath the details.
    page: ({ paymentId }) => <PaymentsPage paymentId={paymentId} />,
  },
  {
    pattern: paths.payouts,
    title: 'Payouts',
    section: 'payouts',
    place: () => ({ to: 'payouts' }),
    page: () => <PayoutsPage />,
  },
  {
    pattern: paths.charges,
    title: 'Charges',
    section: 'payments',
    place: () => ({ to: 'payments' }),
    page: () => <ChargesPage />,
    load: charges,
  },
  {
    pattern: paths.newCharge,
    sellersAlone: true,
    title: 'New charge',
    section: 'new-charge',
    place: () => ({ to: 'payments' }),
    page: () => <NewChargePage notice={<AccountNotice />} />,
    load: charges,
  },
  {
    pattern: '/charges/:chargeId',
    title: 'Charge',
    section: 'payments',
    // Once it is paid, the payment: see use-stripe-place.ts.
    place: () => ({ to: 'payments' }),
    page: ({ chargeId = '' }) => <ChargePage chargeId={chargeId} />,
    load: charges,
  },
  {
    pattern: paths.onboarding,
    title: 'Account',
    section: 'account',
    place: () => ({ to: 'account' }),
    page: () => <OnboardingPage />,
    load: onboarding,
  },
  {
    pattern: paths.supportAccess,
    sellersAlone: true,
    title: 'Support access',
    section: 'account',
    place: () => ({ to: 'account' }),
    page: () => <SupportAccessPage />,
    load: supportAccess,
  },
  {
    pattern: paths.onboardingReturn,
    sellersAlone: true,
    title: 'Account',
    section: 'account',
    place: () => ({ to: 'account' }),
    page: () => <OnboardingReturnPage />,
    load: onboarding,
  },
  {
    pattern: paths.onboardingRefresh,
    sellersAlone: true,
    title: 'Account',
    section: 'account',
    place: () => ({ to: 'account' }),
    page: () => <OnboardingRefreshPage />,
    load: onboarding,
  },
];
