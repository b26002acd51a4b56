import type { TestApp } from './test-app.ts';

export interface FrameAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

type Headers = Readonly<Record<string, string>>;

/** Asks what a frame asks, with the secret of an account session. */
export async function ask(app: TestApp, path: string, secret: string, headers: Headers = {}): Promise<FrameAnswer> {
  const reply = await app.server.inject({
    url: `/v1.0/frame-api/${path}`,
    headers: { authorization: `Bearer ${secret}`, ...headers },
  });
  return { status: reply.statusCode, body: reply.json() };
}

/** Does what a frame does, with the secret of an account session. */
export async function act(
  app: TestApp,
  path: string,
  secret: string,
  payload: object = {},
  headers: Headers = {},
): Promise<FrameAnswer> {
  const reply = await app.server.inject({
    method: 'POST',
    url: `/v1.0/frame-api/${path}`,
    headers: { authorization: `Bearer ${secret}`, ...headers },
    payload,
  });
  return { status: reply.statusCode, body: reply.json() };
}
