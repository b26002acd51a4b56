import type { ReactNode } from 'react';
import { Route, Switch } from 'wouter';
import { paths } from '../../app/paths.ts';
import { SellerPage } from './seller-page.tsx';
import { SetUpPage } from './set-up-page.tsx';
import { StaffSignInPage } from './sign-in-page.tsx';
import { SupportHomePage } from './support-home-page.tsx';

/** All pages of the platform's own people. */
export function SupportPages(): ReactNode {
  return (
    <Switch>
      <Route path={paths.supportSetUp}>
        <SetUpPage />
      </Route>
      <Route path={paths.supportSignIn}>
        <StaffSignInPage />
      </Route>
      <Route path="/support/sellers/:sellerId">
        {({ sellerId }) => <SellerPage key={sellerId} sellerId={sellerId} />}
      </Route>
      <Route>
        <SupportHomePage />
      </Route>
    </Switch>
  );
}
