import { ConnectComponentsProvider } from '@stripe/react-connect-js';
import { type ReactNode, useLayoutEffect } from 'react';
import { ComponentPanel } from './component-panel.tsx';
import type { StripePlace } from './stripe-place.ts';
import { useComponent } from './use-component.ts';
import type { LoadListeners } from './use-load.ts';
import type { FirstRoom } from './use-remembered-height.ts';

interface EmbeddedComponentProps {
  /** Names what is loading, for whoever cannot see it. */
  readonly label: string;
  /** Where the same thing stands in the Stripe Dashboard. */
  readonly place: StripePlace;
  /** What to keep free for it until this browser has seen it; nothing for one without. */
  readonly room?: FirstRoom;
  /** Stands there while the account has nothing to show. */
  readonly nothing: ReactNode;
  /** Opens above the page: what stands there meanwhile does so, too. */
  readonly overlay?: boolean;
  /** Says nothing when it fails, because another component on the same page does. */
  readonly quiet?: boolean;
  /** Hears whether there is a panel in its place, before it is painted. */
  readonly onFailing?: (failing: boolean) => void;
  readonly children: (listeners: LoadListeners) => ReactNode;
}

/**
 * One of Stripe's components with all that it may need around it: a skeleton until it begins to load, and a panel when
 * connect.js is blocked, the session fails or runs out, or nothing happens for too long. Never a blank page.
 */
export function EmbeddedComponent({
  label,
  place,
  room,
  nothing,
  overlay,
  quiet,
  onFailing,
  children,
}: EmbeddedComponentProps): ReactNode {
  const { state, load, waiting, problem, minHeight, measured } = useComponent(label, room);
  const failing = problem !== undefined;
  useLayoutEffect(() => onFailing?.(failing), [failing, onFailing]);
  if (state.status === 'nothing-to-show') return nothing;
  return (
    <div className="relative" style={problem ? undefined : { minHeight }} aria-busy={waiting}>
      {problem && quiet !== true ? <ComponentPanel problem={problem} place={place} onRetry={load.retry} /> : null}
      {waiting && room !== undefined ? <Skeleton label={label} look="absolute inset-0 block" /> : null}
      {waiting && overlay === true ? <Skeleton label={label} look={overlayLook} /> : null}
      {state.status === 'open' && load.status !== 'failed' ? (
        <ConnectComponentsProvider key={load.key} connectInstance={state.instance}>
          <div ref={measured}>{children(load.listeners)}</div>
        </ConnectComponentsProvider>
      ) : null}
    </div>
  );
}

/** Where Stripe's dialog will stand. Whoever does not want to wait for it can still use the page beneath. */
const overlayLook =
  'pointer-events-none fixed inset-x-4 inset-y-16 z-40 m-auto block h-[32rem] max-h-[calc(100dvh-8rem)] max-w-[40rem] rounded-lg bg-surface p-6 shadow-lg';

function Skeleton({ label, look }: { readonly label: string; readonly look: string }): ReactNode {
  return (
    <output className={look}>
      <span className="sr-only">Loading {label}</span>
      <span className="skeleton h-full" />
    </output>
  );
}
