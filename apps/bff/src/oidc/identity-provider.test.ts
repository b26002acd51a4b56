import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { startIdentityProvider } from '../test/identity-provider.ts';
import { createIdentityProvider } from './identity-provider.ts';

const redirectUri = 'http://localhost:3000/auth/staff/callback';
const client = { clientId: 'sellerdesk', clientSecret: 'the-secret-of-a-client-in-tests', label: 'Marlow ID' };

const running: Server[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** Returns the address of a server that is no whole identity provider. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  running.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

test('a provider that does not answer is not waited for', async () => {
  const issuer = await serve(() => undefined);
  const provider = createIdentityProvider({ ...client, issuer }, { timeoutSeconds: 0.1 });
  await expect(provider.begin(redirectUri)).rejects.toMatchObject({
    refusal: 'provider_unavailable',
    cause: { code: 'OAUTH_TIMEOUT' },
  });
});

test.each([
  ['another issuer', 'https://evil.example'],
  ['none', undefined],
])('a provider that calls itself %s is not asked', async (_, named) => {
  const issuer = await serve((__, response) => {
    const document = { issuer: named, authorization_endpoint: 'https://evil.example/auth' };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(document));
  });
  const provider = createIdentityProvider({ ...client, issuer });
  await expect(provider.begin(redirectUri)).rejects.toMatchObject({ refusal: 'provider_unavailable' });
});

test('plain http is spoken on this machine alone, whatever the configuration has let through', async () => {
  const provider = createIdentityProvider({ ...client, issuer: 'http://id.example' });
  await expect(provider.begin(redirectUri)).rejects.toMatchObject({
    refusal: 'provider_unavailable',
    cause: { message: 'only requests to HTTPS are allowed' },
  });
});

test.each(['client_secret_basic', 'client_secret_post'] as const)(
  'a provider that takes our secret as %s',
  async (clientAuth) => {
    const at = await startIdentityProvider([redirectUri], { clientAuth });
    at.people.set('ada', { email: 'ada@platform.example', email_verified: true });
    const provider = createIdentityProvider({ ...client, issuer: at.issuer });
    const { url, proofs } = await provider.begin(redirectUri);
    const answer = new URL(await at.visit(url.href, 'ada'));
    const identity = await provider.finish(answer, proofs);
    await at.close();
    expect(identity).toMatchObject({
      issuer: at.issuer,
      subject: 'ada',
      claims: { email: 'ada@platform.example', email_verified: true },
    });
  },
);
