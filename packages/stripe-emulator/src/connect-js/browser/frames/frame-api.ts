import type { FieldProblems, Refusal } from '../../frame-data.ts';
import type { LoadError, LoadErrorType } from '../protocol.ts';
import type { Conversation } from './conversation.ts';

/** A frame's way to its own server, authorised by the account session of the page that embeds it. */
export type FrameApi = {
  /** @throws {ApiFailure} */
  readonly get: <Answer>(path: string) => Promise<Answer>;
  /** @throws {ApiFailure} */
  readonly post: <Answer>(path: string, body?: object) => Promise<Answer>;
};

/** A refusal of the frame API, in the words of connect-js's load errors. */
export class ApiFailure extends Error {
  readonly type: LoadErrorType;
  /** What is wrong with what was typed, by the name of its field. */
  readonly fields: FieldProblems;
  constructor({ type, message }: LoadError, fields: FieldProblems = {}) {
    super(message);
    this.fields = fields;
    this.type = type;
  }
}

/** Makes the client. A secret that the server refuses is replaced by the page once, and the call is made again. */
export function createFrameApi(conversation: Conversation): FrameApi {
  let secret: string | undefined;
  let failedToGet = false;
  const { component } = conversation.start;
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
      throw new ApiFailure({ type: 'account_session_create_error', message: messageOf(cause) });
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
    return readAnswer<Answer>(response);
  }

  function headersWith(current: string): HeadersInit {
    return { Authorization: `Bearer ${current}`, 'Content-Type': 'application/json', 'Frame-Component': component };
  }

  return {
    get: (path) => call(path, {}),
    post: (path, body = {}) => call(path, { method: 'POST', body: JSON.stringify(body) }),
  };
}

async function send(path: string, init: RequestInit, headers: HeadersInit): Promise<Response> {
  try {
    return await fetch(`/v1.0/frame-api/${path}`, { ...init, headers, cache: 'no-store' });
  } catch (cause) {
    throw new ApiFailure({ type: 'api_connection_error', message: messageOf(cause) });
  }
}

async function readAnswer<Answer>(response: Response): Promise<Answer> {
  if (response.ok) return response.json();
  const { message = `The server answered ${response.status}.`, fields } = await refusalOf(response);
  throw new ApiFailure({ type: typeOfStatus(response.status), message }, fields);
}

async function refusalOf(response: Response): Promise<{ message?: string; fields?: FieldProblems | undefined }> {
  const body: Partial<Refusal> = await response.json().catch(() => ({}));
  return body.error ?? {};
}

function typeOfStatus(status: number): LoadErrorType {
  if (status === 401) return 'authentication_error';
  if (status === 429) return 'rate_limit_error';
  return status < 500 ? 'invalid_request_error' : 'api_error';
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
