import type { Static, TObject, TSchema } from 'typebox';
import type { ProblemCode } from './problems.ts';

/**
 * Who may call an endpoint, and from where. The server refuses everybody else, and an endpoint cannot be written without
 * saying so. A seller's endpoint says besides what support may do with it in a support view: read, or never. What
 * changes something is never theirs, and does not compile otherwise.
 *
 * `staff` have proven their second factor; `staff_pending` have given a password and owe it; `support_view` is staff looking
 * at a seller's pages.
 */
export type Policy =
  | { readonly access: 'anyone' | 'staff' | 'staff_pending' | 'support_view'; readonly method: Method }
  | { readonly access: 'seller'; readonly method: 'GET'; readonly support: 'read' | 'never' }
  | { readonly access: 'seller'; readonly method: Exclude<Method, 'GET'>; readonly support: 'never' };

type Method = 'GET' | 'POST' | 'DELETE';

/** Schemas are flat: one per part of the request, one success status, no `content` maps (they skip validation). */
export interface EndpointSchema {
  readonly summary: string;
  readonly tags: readonly string[];
  readonly params?: TObject;
  readonly querystring?: TObject;
  readonly body?: TObject;
  /** The one status of success and its body; a `Type.Null()` body is none. */
  readonly response: Readonly<Record<number, TSchema>>;
}

/**
 * One operation between browser and server, as data: a Fastify route minus its handler.
 *
 * The same value types the handler, validates what comes in, serialises what goes out (undeclared fields are stripped),
 * documents the operation and types the client.
 */
export type Endpoint = Policy & Operation;

interface Operation {
  /** Unique; the operation's name in the OpenAPI document. */
  readonly operationId: string;
  /** Path with `:name` placeholders, one for each of `schema.params`. */
  readonly url: string;
  readonly schema: EndpointSchema;
  /** The problems this operation answers beside those any operation may: see `commonProblems`. */
  readonly problems: readonly ProblemCode[];
}

/** Returns the endpoint as it is, with its literal types kept. */
export function endpoint<const E extends Endpoint>(definition: E): E {
  return definition;
}

type StaticOf<S> = S extends TSchema ? Static<S> : never;

/** What a caller sends: `params`, `querystring` and `body`, each only where the endpoint has one. */
export type RequestOf<E extends Endpoint> = {
  readonly [Part in keyof E['schema'] & ('params' | 'querystring' | 'body')]: StaticOf<E['schema'][Part]>;
};

/** What a caller gets back when all went well. */
export type ReplyOf<E extends Endpoint> = StaticOf<E['schema']['response'][keyof E['schema']['response']]>;
