import { oidcPaths, type OidcSide } from '@sellerdesk/contract';
import type { ReactNode } from 'react';
import { useSearch } from 'wouter';
import { buttonLook } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { RequestId } from '../ui/request-id.tsx';
import { pageConfig } from './early-start.ts';
import { providerRefusalFrom } from './provider-refusal.ts';

/** The way in at the platform's identity provider, above that with a password; nothing where there is none. */
export function ProviderSignIn({ side }: { readonly side: OidcSide }): ReactNode {
  const next = new URLSearchParams(useSearch()).get('next');
  const label = pageConfig().signInWith[side];
  if (label === undefined) return null;
  const query = next === null ? '' : `?${new URLSearchParams({ next }).toString()}`;
  return (
    <div className="grid gap-4">
      {/* Not a route of these pages: the server sends the browser on from there. */}
      <a href={oidcPaths[side] + query} className={buttonLook('plain')}>
        Continue with {label}
      </a>
      <div className="flex items-center gap-3 text-sm text-muted">
        <span className="h-px flex-1 bg-line" />
        or with a password
        <span className="h-px flex-1 bg-line" />
      </div>
    </div>
  );
}

/** Says why somebody who came back from the identity provider is not signed in. */
export function ProviderRefusal({ side }: { readonly side: OidcSide }): ReactNode {
  const refusal = providerRefusalFrom(useSearch(), pageConfig().signInWith[side] ?? 'the identity provider');
  if (refusal === undefined) return null;
  return (
    <Notice tone="danger">
      <div className="grid gap-2">
        <p>{refusal.words}</p>
        <RequestId id={refusal.requestId} />
      </div>
    </Notice>
  );
}
