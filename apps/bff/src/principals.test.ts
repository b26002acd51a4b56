import { randomUUID } from 'node:crypto';
import {
  type Endpoint,
  endpoints,
  oidcPaths,
  proveSecondFactor,
  signInStaff,
  stopSupportView,
} from '@sellerdesk/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeAccount } from './accounts/test/store-account.ts';
import { disableStaff } from './staff/index.ts';
import { lookAt } from './support/test/looking.ts';
import { type BareTestApp, startBareTestApp } from './test/bare-test-app.ts';
import { addTestStaff, type TestStaff } from './test/staff.ts';
import type { TestBrowser } from './test/test-browser.ts';
import { createTestClock } from './test/test-clock.ts';

const clock = createTestClock();
let server: BareTestApp;
beforeAll(async () => {
  server = await startBareTestApp({ now: clock.now, env: { ...providerOf('STAFF'), ...providerOf('SELLERS') } });
});

/** Nobody listens there. */
function providerOf(side: string): Record<string, string> {
  return {
    [`${side}_OIDC_ISSUER`]: 'http://127.0.0.1:9',
    [`${side}_OIDC_CLIENT_ID`]: 'desk',
    [`${side}_OIDC_CLIENT_SECRET`]: 'a-secret-of-tests',
  };
}
afterAll(() => server.close());

type Send = TestBrowser['send'];
/** Who an operation may be asked for by: what it answers to others depends on who they are. */
type Verdict = 'let through' | 'not_signed_in' | 'second_factor_due' | 'support_view_over' | 'support_read_only';

interface Kind {
  /** Makes somebody of this kind. */
  readonly make: () => Promise<Send>;
  readonly verdict: (endpoint: Endpoint) => Verdict;
}

const staffNow = async (role: 'admin' | 'support' = 'support'): Promise<TestStaff> => {
  const staff = await addTestStaff(server, { role, now: clock.now });
  await staff.client(signInStaff, { body: { email: staff.email, password: staff.password } });
  return staff;
};
const proven = async (role?: 'admin'): Promise<TestStaff> => {
  const staff = await staffNow(role);
  await staff.client(proveSecondFactor, { body: { code: staff.code(clock.now()) } });
  return staff;
};
const looked = async (): Promise<{ readonly staff: TestStaff; readonly send: Send }> => {
  const [staff, owner] = [await proven(), await server.signUp()];
  await storeAccount(server.database, owner.seller.sellerId, `acct_${randomUUID().replaceAll('-', '')}`);
  const { send } = await lookAt(staff, owner.seller.sellerId);
  return { staff, send };
};

const nobody = ({ access }: Endpoint): Verdict => (access === 'anyone' ? 'let through' : 'not_signed_in');
/** A view's header makes nobody of a seller’s or of staff’s, and opens nothing once it is over. */
const overView = (endpoint: Endpoint): Verdict => {
  if (endpoint.access === 'seller' || endpoint.access === 'support_view') return 'support_view_over';
  return 'let through';
};

const kinds: Readonly<Record<string, Kind>> = {
  anonymous: { make: async () => server.browser().send, verdict: nobody },
  seller: {
    make: async () => (await server.signUp()).send,
    verdict: (endpoint) => (endpoint.access === 'seller' ? 'let through' : nobody(endpoint)),
  },
  'seller whose session is over': {
    make: async () => {
      const { send } = await server.signUp();
      clock.advance({ minutes: 31 });
      return send;
    },
    verdict: nobody,
  },
  'staff who owe the second factor': {
    make: async () => (await staffNow()).send,
    verdict: ({ access }) => {
      if (access === 'staff') return 'second_factor_due';
      if (access === 'support_view') return 'second_factor_due';
      return access === 'seller' ? 'not_signed_in' : 'let through';
    },
  },
  staff: {
    make: async () => (await proven()).send,
    verdict: ({ access }) => {
      if (access === 'support_view') return 'support_view_over';
      return access === 'seller' ? 'not_signed_in' : 'let through';
    },
  },
  'staff who are admins': {
    make: async () => (await proven('admin')).send,
    verdict: ({ access }) => {
      if (access === 'support_view') return 'support_view_over';
      return access === 'seller' ? 'not_signed_in' : 'let through';
    },
  },
  'staff whose session is over': {
    make: async () => {
      const { send } = await proven();
      clock.advance({ minutes: 31 });
      return send;
    },
    verdict: nobody,
  },
  'staff who are disabled': {
    make: async () => {
      const { send, email } = await proven();
      await server.database.asSystem((sql) => disableStaff(sql, email, clock.now()));
      return send;
    },
    verdict: nobody,
  },
  'support view': {
    make: async () => (await looked()).send,
    verdict: (endpoint) =>
      endpoint.access === 'seller' && endpoint.support !== 'read' ? 'support_read_only' : 'let through',
  },
  'support view that was stopped': {
    make: async () => {
      const { staff, send } = await looked();
      await staff.client(stopSupportView, {});
      return send;
    },
    verdict: overView,
  },
  'support view whose time is over': {
    make: async () => {
      const { send } = await looked();
      clock.advance({ minutes: 11 });
      return send;
    },
    verdict: overView,
  },
};

const navigations = Object.values(oidcPaths).flatMap((path) => [
  [path, 'provider_unavailable'],
  [`${path}/callback`, 'sign_in_over'],
]);

describe.each(Object.entries(kinds))('%s', (_, { make, verdict }) => {
  let made: Send | undefined;
  test.each(endpoints.map((endpoint) => [endpoint.operationId, verdict(endpoint), endpoint] as const))(
    '%s: %s',
    async (__, expected, endpoint) => {
      const send = (made ??= await make());
      const { method, url, schema } = endpoint;
      const headers = { 'x-sellerdesk-client': 'web', ...(schema.body && { 'content-type': 'application/json' }) };
      // What is sent is no JSON: whoever is let through is told so, and nothing happens.
      const body = schema.body && { body: '{"' };
      const reply = await send({ method, url: url.replaceAll(/:\w+/gu, randomUUID()), headers, ...body });
      // What has no body may have done what it is for, which is to end something.
      if (method === 'DELETE') made = undefined;
      const code: unknown = reply.body === '' ? undefined : reply.json<{ code?: string }>().code;
      const isRefused = [401, 403].includes(reply.statusCode);
      expect(isRefused ? code : 'let through').toBe(expected);
    },
  );

  // No endpoints of the contract, but navigations: open to anyone, and what they answer says nothing of who is signed in.
  test.each(navigations)('%s: the same for everybody', async (url, refusal) => {
    const reply = await (made ?? (await make()))({ method: 'GET', url });
    expect([reply.statusCode, reply.headers.location]).toEqual([303, expect.stringContaining(`refused=${refusal}`)]);
    expect(reply.headers['set-cookie']).toBeUndefined();
  });
});
