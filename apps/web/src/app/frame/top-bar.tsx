import type { ReactNode, RefObject } from 'react';
import { OpenInStripe } from '../../connect/open-in-stripe.tsx';
import type { StripePlace } from '../../connect/stripe-place.ts';
import { AccountMenu } from './account-menu.tsx';
import { ModeBadge } from './mode-badge.tsx';
import { ThemeButton } from './theme-button.tsx';

interface TopBarProps {
  readonly title: string;
  readonly place: StripePlace;
  /** Where reading starts when a page is opened. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** The page's title on one side; on the other, in the same place on every page, the way to the same object in Stripe. */
export function TopBar({ title, place, heading }: TopBarProps): ReactNode {
  return (
    <header className="flex min-h-18 items-center gap-2 py-3">
      <div className="mr-auto flex min-w-0 flex-wrap items-center gap-x-3">
        <h1 ref={heading} tabIndex={-1} className="text-xl font-heading md:truncate">
          {title}
        </h1>
        <span className="md:hidden">
          <ModeBadge />
        </span>
      </div>
      <OpenInStripe place={place} />
      <ThemeButton />
      <AccountMenu />
    </header>
  );
}
