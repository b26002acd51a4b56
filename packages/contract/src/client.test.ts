import * as Type from 'typebox';
import { expect, test } from 'vitest';
import { createClient, ProblemError, type Transport, UnexpectedReplyError, type WireRequest } from './client.ts';
import { endpoint } from './endpoint.ts';

const renameThing = endpoint({
  operationId: 'renameThing',
  method: 'POST',
  url: '/api/things/:thingId/name',
  access: 'seller',
  support: 'never',
  schema: {
    summary: 'Rename',
    tags: [],
    params: Type.Object({ thingId: Type.String() }),
    querystring: Type.Object({ dry: Type.Optional(Type.String()) }),
    body: Type.Object({ name: Type.String() }),
    response: { 200: Type.Object({ name: Type.String() }) },
  },
  problems: ['not_found'],
});

const request = { params: { thingId: 'a/b' }, querystring: { dry: 'yes' }, body: { name: 'x' } };

function answering(status: number, body: string, seen: WireRequest[] = []): Transport {
  return (sent) => {
    seen.push(sent);
    return Promise.resolve({ status, body });
  };
}

test('a request fills the path, the query and the body, and says it is ours', async () => {
  const seen: WireRequest[] = [];
  const reply = await createClient(answering(200, '{"name":"x"}', seen))(renameThing, request);
  expect(reply.name).toBe('x');
  expect(seen).toEqual([
    {
      method: 'POST',
      url: '/api/things/a%2Fb/name?dry=yes',
      headers: { 'x-sellerdesk-client': 'web', 'content-type': 'application/json' },
      body: '{"name":"x"}',
    },
  ]);
});

test('a problem becomes an error that carries its code', async () => {
  const problem = { type: '/problems#not_found', code: 'not_found', title: 'T', status: 404, requestId: 'r' };
  const call = createClient(answering(404, JSON.stringify(problem)))(renameThing, request);
  await expect(call).rejects.toThrow(ProblemError);
  await expect(call).rejects.toMatchObject({ code: 'not_found', problem: { requestId: 'r' } });
});

test.each([
  [502, '<html>bad gateway</html>'],
  [418, '{"code":"teapot"}'],
  [200, 'not json'],
])('an answer that is not ours is called unexpected (%i)', async (status, body) => {
  await expect(createClient(answering(status, body))(renameThing, request)).rejects.toThrow(UnexpectedReplyError);
});
