import type { Account } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import type { Html } from '../html.ts';

/** A request as the Dashboard's log shows it. */
export interface LoggedRequest {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** The connected account that was named. */
  readonly account: string | undefined;
  readonly status: number;
  readonly atMs: number;
}

/** Finds a request by the id of its answer; those of long ago are gone. */
export type FindRequest = (id: string) => LoggedRequest | undefined;

/** What a part of the Dashboard is asked for. */
export interface Asked {
  readonly world: World;
  readonly account: Account;
  readonly object: string | undefined;
  readonly query: URLSearchParams;
  /** The last object of the page before, in lists. */
  readonly after: string | undefined;
  readonly findRequest: FindRequest;
}

/** What one part of the Dashboard shows; nothing where there is no such object. */
export type Section = (asked: Asked) => { readonly title: string; readonly body: Html } | undefined;
