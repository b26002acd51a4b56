import { ConnectComponentsProvider } from '@stripe/react-connect-js';
import { type ReactNode, useEffect, useLayoutEffect, useSyncExternalStore } from 'react';
import { pageConfig } from '../lib/early-start.ts';
import { ComponentPanel } from './component-panel.tsx';
import {
  type ComponentProblem,
  needsNewSession,
  problemOfConnection,
  problemOfLoad,
  slowProblem,
} from './component-problem.ts';
import { connection } from './connection.ts';
import type { ConnectionState } from './create-connection.ts';
import type { StripePlace } from './stripe-place.ts';
import { type Load, type LoadListeners, useLoad } from './use-load.ts';
import { type FirstRoom, useRememberedHeight } from './use-remembered-height.ts';
import { useWatchdog } from './use-watchdog.ts';
import { waitForComponent } from './waiting-components.ts';

/** How long a component may show nothing before the page says so, in milliseconds. */
export const PATIENCE_MS = 12_000;

/** How long the rest of the page waits for a component that has begun to load to take its room, in milliseconds. */
const DRAWING_MS = 3_000;

interface EmbeddedComponentProps {
  /** Names what is loading, for whoever cannot see it. */
  readonly label: string;
  /** Where the same thing stands in the Stripe Dashboard. */
  readonly place: StripePlace;
  /** What to keep free for it until this browser has seen it; nothing for one without. */
  readonly room?: FirstRoom;
  /** Stands there while the account has nothing to show. */
  readonly nothing: ReactNode;
  /** Says nothing when it fails, because another component on the same page does. */
  readonly quiet?: boolean;
  readonly children: (listeners: LoadListeners) => ReactNode;
}

/**
 * One of Stripe's components with all that it may need around it: a skeleton until it begins to load, and a panel when
 * connect.js is blocked, the session fails or runs out, or nothing happens for too long. Never a blank page.
 */
export function EmbeddedComponent({ label, place, room, nothing, quiet, children }: EmbeddedComponentProps): ReactNode {
  const state = useSyncExternalStore(connection.subscribe, connection.state);
  const load = useLoad(state);
  const { minHeight, measured, drawn } = useRememberedHeight(label, room);
  useEffect(() => connection.open(), []);
  const waiting = state.status === 'nothing-to-show' || state.status === 'failed' ? false : load.status === 'waiting';
  const overdue = useWatchdog(waiting, PATIENCE_MS);
  const drawing = load.status === 'started' && room !== undefined && !drawn;
  const undrawn = useWatchdog(drawing, DRAWING_MS);
  useMarkWaiting((waiting && !overdue) || (drawing && !undrawn));
  if (state.status === 'nothing-to-show') return nothing;
  const problem = problemNow(state, load, overdue);
  const panel =
    problem && quiet !== true ? <ComponentPanel problem={problem} place={place} onRetry={load.retry} /> : null;
  return (
    <div className="relative" style={problem ? undefined : { minHeight }} aria-busy={waiting}>
      {panel}
      {waiting && !overdue && room !== undefined ? <Skeleton label={label} /> : null}
      {state.status === 'open' && load.status !== 'failed' ? (
        <ConnectComponentsProvider key={load.key} connectInstance={state.instance}>
          <div ref={measured}>{children(load.listeners)}</div>
        </ConnectComponentsProvider>
      ) : null}
    </div>
  );
}

function problemNow(state: ConnectionState, load: Load, overdue: boolean): ComponentProblem | undefined {
  if (state.status === 'failed') return problemOfConnection(state.error, pageConfig().connectJsUrl);
  if (load.status === 'failed') {
    const refusal = needsNewSession(load.error) ? connection.refusal() : undefined;
    return refusal === undefined ? problemOfLoad(load.error) : problemOfConnection(refusal, pageConfig().connectJsUrl);
  }
  return overdue ? slowProblem : undefined;
}

function useMarkWaiting(waiting: boolean): void {
  useLayoutEffect(() => (waiting ? waitForComponent() : undefined), [waiting]);
}

function Skeleton({ label }: { readonly label: string }): ReactNode {
  return (
    <output className="absolute inset-0 block">
      <span className="sr-only">Loading {label}</span>
      <span className="skeleton h-full" />
    </output>
  );
}
