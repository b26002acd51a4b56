import {
  createAccountSession,
  createSupportAccountSession,
  type OidcSide,
  ProblemError,
  replyFrom,
  type ReplyOf,
} from '@sellerdesk/contract';
import { api } from './api.ts';
import { isSupportView } from './support-view.ts';

/** What the server puts into the page: the same for everybody. */
export interface PageConfig {
  readonly connectJsUrl: string;
  readonly platform: { readonly name: string; readonly accentColor: string };
  /** The platform's own identity providers, by whom they let in; the words are those of the button. */
  readonly signInWith: Readonly<Partial<Record<OidcSide, string>>>;
}

/** A script that was started before React. */
export interface EarlyScript {
  readonly script: HTMLScriptElement;
  readonly state: 'loading' | 'loaded' | 'failed';
}

declare global {
  interface Window {
    /** Left by the inline script of index.html. */
    sellerdesk?: {
      readonly config: PageConfig;
      /** The first API call, on pages that show a component. */
      opening?: Promise<Response>;
      connectJs?: EarlyScript;
    };
  }
}

/** Who is signed in, and an Account Session where the account can show components. */
export type Opening = ReplyOf<typeof createAccountSession>;

/** Returns what the server put into the page. */
export function pageConfig(): PageConfig {
  if (window.sellerdesk === undefined) throw new Error('The inline script of index.html has not run');
  return window.sellerdesk.config;
}

/** The early reply has two readers, each once: its seller is not read again later, nor its secret used twice. */
let early: { readonly reply: Promise<Opening>; readonly unread: Set<'seller' | 'secret'> } | undefined;

/** Returns the reply of the call that index.html began, if it did and this reader has not had it. */
export function takeEarlyOpening(reader: 'seller' | 'secret'): Promise<Opening> | undefined {
  adoptEarlyCall();
  return early?.unread.delete(reader) === true ? early.reply : undefined;
}

/** Opens the dashboard: the first time with the early reply and its secret, from then on with a call of its own. */
export function openDashboard(): Promise<Opening> {
  if (isSupportView()) return api(createSupportAccountSession, { body: {} });
  return takeEarlyOpening('secret') ?? api(createAccountSession, { body: {} });
}

function adoptEarlyCall(): void {
  const begun = window.sellerdesk?.opening;
  if (begun === undefined) return;
  delete window.sellerdesk?.opening;
  const reply = openingFrom(begun);
  early = { reply, unread: new Set(['seller', 'secret']) };
  reply.catch((error: unknown) => {
    // Whoever signs in next must not meet this answer.
    if (error instanceof ProblemError && error.code === 'not_signed_in') early = undefined;
  });
}

async function openingFrom(begun: Promise<Response>): Promise<Opening> {
  const response = await begun;
  return replyFrom(createAccountSession, { status: response.status, body: await response.text() });
}
