import type { FieldProblems, Refusal } from '../../frame-data.ts';
import { refusalInWords } from '../../refusal-in-words.ts';
import { english, type Words } from '../../../words/english.ts';
import type { LoadError, LoadErrorType } from '../protocol.ts';
import type { Conversation } from './conversation.ts';

/** A frame's way to its own server, authorised by the account session of the page that embeds it. */
export type FrameApi = {
  /** @throws {ApiFailure} */
  readonly get: <Answer>(path: string) => Promise<Answer>;
  /** @throws {ApiFailure} */
  readonly post: <Answer>(path: string, body?: object) => Promise<Answer>;
  /** The revision of the account in the first answer; undefined until there is one. */
  readonly firstRevision: () => string | undefined;
  /** Hears that the server wants the seller to sign in first. Returns how to stop hearing. */
  readonly onSignInNeeded: (hear: () => void) => () => void;
};

/** A refusal of the frame API, in the words of connect-js's load errors. */
export class ApiFailure extends Error {
  readonly type: LoadErrorType;
  /** What is wrong with what was typed, by the name of its field. */
  readonly fields: FieldProblems;
  /** What the seller is told, and what completes that sentence. */
  readonly code: string | undefined;
  readonly about: string;
  /** The seller has to sign in at Stripe's own window first: that is offered, and no error. */
  readonly needsSignIn: boolean;
  constructor({ type, message }: LoadError, { fields = {}, code, about = message }: Partial<Refusal['error']>) {
    super(message);
    this.fields = fields;
    this.code = code;
    this.about = about;
    this.type = type;
    this.needsSignIn = code === 'authentication_needed';
  }
}

/** Says to the seller what went wrong. */
export function failureInWords({ code, about }: ApiFailure, words: Words): string {
  return refusalInWords(words, code, about);
}

const SIGN_IN_NEEDED = 'sign-in-needed';

/** Makes the client. A secret that the server refuses is replaced by the page once, and the call is made again. */
export function createFrameApi(conversation: Conversation): FrameApi {
  let secret: string | undefined;
  let failedToGet = false;
  let firstRevision: string | undefined;
  const refusals = new EventTarget();
  const { component, publishableKey } = conversation.start;
  conversation.onSecret((given) => {
    secret = given;
  });

  async function askForSecret(refused?: string): Promise<string> {
    try {
      // After a failed fetch the held secret is that failure: naming a secret that cannot be makes the page try again.
      secret = await conversation.secret(refused ?? (failedToGet ? '' : undefined));
      failedToGet = false;
      return secret;
    } catch (cause) {
      failedToGet = true;
      const failure = { type: 'account_session_create_error', message: messageOf(cause) } as const;
      throw new ApiFailure(failure, { code: 'session_not_made' });
    }
  }

  /** Another call, or another frame, may have got a new secret meanwhile. */
  async function otherThan(refused: string): Promise<string> {
    return secret !== undefined && secret !== refused ? secret : askForSecret(refused);
  }

  async function call<Answer>(path: string, init: RequestInit): Promise<Answer> {
    const first = secret ?? (await askForSecret());
    let response = await send(path, init, headersWith(first));
    if (response.status === 401) response = await send(path, init, headersWith(await otherThan(first)));
    if (response.ok) {
      firstRevision ??= response.headers.get('Frame-Revision') ?? undefined;
      return response.json();
    }
    const failure = await failureOf(response);
    if (failure.needsSignIn) refusals.dispatchEvent(new Event(SIGN_IN_NEEDED));
    throw failure;
  }

  function headersWith(current: string): HeadersInit {
    return {
      Authorization: `Bearer ${current}`,
      'Content-Type': 'application/json',
      'Frame-Component': component,
      'Publishable-Key': publishableKey,
    };
  }

  return {
    get: (path) => call(path, {}),
    post: (path, body = {}) => call(path, { method: 'POST', body: JSON.stringify(body) }),
    firstRevision: () => firstRevision,
    onSignInNeeded(hear) {
      refusals.addEventListener(SIGN_IN_NEEDED, hear);
      return () => refusals.removeEventListener(SIGN_IN_NEEDED, hear);
    },
  };
}

async function send(path: string, init: RequestInit, headers: HeadersInit): Promise<Response> {
  try {
    return await fetch(`/v1.0/frame-api/${path}`, { ...init, headers, cache: 'no-store' });
  } catch (cause) {
    const failure = { type: 'api_connection_error', message: messageOf(cause) } as const;
    throw new ApiFailure(failure, { code: 'server_unreachable' });
  }
}

async function failureOf(response: Response): Promise<ApiFailure> {
  const answer: Partial<Refusal> = await response.json().catch(() => ({}));
  const { status } = response;
  const unsaid = {
    message: english.refusals.server_answered(String(status)),
    code: 'server_answered',
    about: String(status),
  };
  const { message, ...details } = answer.error ?? unsaid;
  return new ApiFailure({ type: typeOfStatus(status), message }, details);
}

function typeOfStatus(status: number): LoadErrorType {
  if (status === 401) return 'authentication_error';
  if (status === 429) return 'rate_limit_error';
  return status < 500 ? 'invalid_request_error' : 'api_error';
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
