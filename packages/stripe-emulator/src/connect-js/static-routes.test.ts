import Fastify from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { registerStaticRoutes } from './static-routes.ts';
import { startTestApp, type TestApp } from '../test/test-app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.server.close());

const get = (url: string) => app.server.inject({ url });

it('serves connect.js at Stripe’s own path, as a script that is asked for again each time', async () => {
  const { statusCode, headers, body } = await get('/v1.0/connect.js');
  expect([statusCode, headers['content-type'], headers['cache-control']]).toEqual([
    200,
    'text/javascript; charset=utf-8',
    'no-cache',
  ]);
  expect(body).toContain('stripe-connect-');
});

it('serves every frame with a policy that lets it load nothing but its own', async () => {
  const { statusCode, headers } = await get('/v1.0/frames/payments');
  expect(statusCode).toBe(200);
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'");
  expect(policy).not.toMatch(/unsafe|\*(?!;| |$)/);
  expect(policy).toMatch(/frame-ancestors http:\/\/localhost:\* /);
});

it('lets pages of other origins embed frames where that was told', async () => {
  const server = Fastify();
  registerStaticRoutes(server, {
    ...app.world,
    settings: { ...app.world.settings, embedders: ['https://shop.example'] },
  });
  const { headers } = await server.inject({ url: '/v1.0/frames/payments' });
  expect(headers['content-security-policy']).toMatch(/frame-ancestors [^;]* https:\/\/shop\.example$/u);
  expect(String((await get('/v1.0/frames/payments')).headers['content-security-policy'])).not.toContain('shop.example');
});

it('lets browsers keep only what has a hash in its name', async () => {
  const entry = await get('/v1.0/frames/assets/frame.js');
  expect(entry.headers['cache-control']).toBe('no-cache');
  const chunk = /chunk-\w+\.js/.exec(entry.body)?.[0];
  const kept = await get(`/v1.0/frames/assets/${chunk}`);
  expect([kept.statusCode, kept.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
});

it('has no other files', async () => {
  expect((await get('/v1.0/frames/assets/..%2Fframe.tsx')).statusCode).toBe(404);
});
