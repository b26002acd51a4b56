import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { Route, Switch } from 'wouter';
import { connection } from '../connect/connection.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { FramePages } from './frame-pages.tsx';
import { paths } from './paths.ts';
import { usePageTitle } from './use-page-title.ts';
import { usePreload } from './use-preload.ts';
import { watchSeller } from './watch-seller.ts';

const entry = () => import('../features/sign-in/pages.ts');
const SignInPage = lazy(async () => ({ default: (await entry()).SignInPage }));
const SignUpPage = lazy(async () => ({ default: (await entry()).SignUpPage }));
const FinishSignUpPage = lazy(async () => ({ default: (await entry()).FinishSignUpPage }));
const SupportPages = lazy(async () => ({ default: (await import('../features/support/pages.tsx')).SupportPages }));
const SupportViewPages = lazy(async () => ({
  default: (await import('./support-view/support-view-pages.tsx')).SupportViewPages,
}));

/** All pages: those before signing in, and those inside the frame. */
export function App({ queries }: { readonly queries: QueryClient }): ReactNode {
  usePreload();
  useEffect(() => watchSeller(queries), [queries]);
  return (
    <QueryClientProvider client={queries}>
      <ErrorBoundary>
        <Switch>
          <Route path={paths.signIn}>
            <Entry title="Sign in">
              <SignInPage />
            </Entry>
          </Route>
          <Route path={paths.signUp}>
            <Entry title="Create your account">
              <SignUpPage />
            </Entry>
          </Route>
          <Route path={paths.finishSignUp}>
            <Entry title="One more step">
              <FinishSignUpPage />
            </Entry>
          </Route>
          <Route path={`${paths.supportView}/*?`}>
            <Suspense>
              <SupportViewPages queries={queries} />
            </Suspense>
          </Route>
          <Route path={`${paths.support}/*?`}>
            <Entry title="Support">
              <SupportPages />
            </Entry>
          </Route>
          <Route>
            <FramePages />
          </Route>
        </Switch>
      </ErrorBoundary>
    </QueryClientProvider>
  );
}

function Entry({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  usePageTitle(title);
  useEffect(() => connection.close(), []);
  return <Suspense>{children}</Suspense>;
}
