import { paths } from '../paths.ts';

/** What the navigation leads to. */
export type Section = 'home' | 'payments' | 'payouts' | 'account' | 'new-charge';

export interface NavigationItem {
  readonly section: Exclude<Section, 'new-charge'>;
  readonly label: string;
  readonly href: string;
}

/** The navigation, in its order. */
export const navigation: readonly NavigationItem[] = [
  { section: 'home', label: 'Home', href: paths.home },
  { section: 'payments', label: 'Payments', href: paths.payments },
  { section: 'payouts', label: 'Payouts', href: paths.payouts },
  { section: 'account', label: 'Account', href: paths.onboarding },
];
