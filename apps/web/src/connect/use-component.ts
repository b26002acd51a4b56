import { type RefCallback, useEffect, useLayoutEffect, useSyncExternalStore } from 'react';
import { pageConfig } from '../lib/early-start.ts';
import {
  type ComponentProblem,
  needsNewSession,
  problemOfConnection,
  problemOfLoad,
  slowProblem,
} from './component-problem.ts';
import { connection } from './connection.ts';
import type { ConnectionState } from './create-connection.ts';
import { type Load, useLoad } from './use-load.ts';
import { type FirstRoom, useRememberedHeight } from './use-remembered-height.ts';
import { useWatchdog } from './use-watchdog.ts';
import { waitForComponent } from './waiting-components.ts';

/** How long a component may show nothing before the page says so, in milliseconds. */
export const PATIENCE_MS = 12_000;

/** How long the rest of the page waits for a component that has begun to load to take its room, in milliseconds. */
const DRAWING_MS = 3_000;

/** How a component on the page is doing. */
export interface ComponentStanding {
  readonly state: ConnectionState;
  readonly load: Load;
  /** Nothing has come yet, and there is no reason to say so. */
  readonly waiting: boolean;
  readonly problem: ComponentProblem | undefined;
  readonly minHeight: number;
  readonly measured: RefCallback<HTMLElement>;
}

/** Opens the connection for a component and follows how it is doing. */
export function useComponent(label: string, room: FirstRoom | undefined): ComponentStanding {
  const state = useSyncExternalStore(connection.subscribe, connection.state);
  const load = useLoad(state);
  const { minHeight, measured, drawn } = useRememberedHeight(label, room);
  const expected = state.status !== 'nothing-to-show' && state.status !== 'failed';
  const silent = expected && load.status === 'waiting';
  const overdue = useWatchdog(silent, PATIENCE_MS);
  const drawing = expected && load.status === 'started' && room !== undefined && !drawn;
  const undrawn = useWatchdog(drawing, DRAWING_MS);
  useEffect(() => connection.open(), []);
  useHoldRest((silent && !overdue) || (drawing && !undrawn));
  return { state, load, waiting: silent && !overdue, problem: problemNow(state, load, overdue), minHeight, measured };
}

function problemNow(state: ConnectionState, load: Load, overdue: boolean): ComponentProblem | undefined {
  const { connectJsUrl } = pageConfig();
  if (state.status === 'failed') return problemOfConnection(state.error, connectJsUrl);
  if (load.status !== 'failed') return overdue ? slowProblem : undefined;
  const refusal = state.status === 'open' && needsNewSession(load.error) ? state.refusal() : undefined;
  return refusal === undefined ? problemOfLoad(load.error) : problemOfConnection(refusal, connectJsUrl);
}

function useHoldRest(hold: boolean): void {
  useLayoutEffect(() => (hold ? waitForComponent() : undefined), [hold]);
}
