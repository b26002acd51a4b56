import {
  allowSupportViews,
  endRunningSupportView,
  endSupportView,
  getSeller,
  signOutStaff,
  stopSupportView,
  type SupportView,
} from '@sellerdesk/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeRole, disableStaff, resetStaff } from '../staff/index.ts';
import { type ReadySeller, signUpReady } from '../test/ready-seller.ts';
import { type SecondInstance, startSecondInstance } from '../test/second-instance.ts';
import { addTestStaff, type TestStaff } from '../test/staff.ts';
import { startTestApp, type TestApp } from '../test/test-app.ts';
import { switchSupport } from './index.ts';
import { lookAt, lookIn } from './test/looking.ts';

/** `REVOCATIONS=1000` for the long run. */
const REVOCATIONS = Number(process.env['REVOCATIONS'] ?? 30);

const now = (): Date => new Date();
let server: TestApp;
let other: SecondInstance;
let seller: ReadySeller;
let admin: TestStaff;

beforeAll(async () => {
  server = await startTestApp();
  other = await startSecondInstance(server);
  seller = await signUpReady(server);
  admin = await addTestStaff(server, { role: 'admin', now });
  await admin.signIn();
});
afterAll(async () => {
  await other.close();
  await server.close();
});

interface Revocation {
  readonly end: (staff: TestStaff, view: SupportView) => Promise<unknown>;
  /** Whether somebody else has to look next time. */
  readonly endsSession?: boolean;
}

const revocations: readonly Revocation[] = [
  { end: ({ client }) => client(stopSupportView, {}) },
  { end: ({ client }) => client(signOutStaff, {}), endsSession: true },
  { end: (_, { supportViewId }) => admin.client(endRunningSupportView, { params: { supportViewId }, body: {} }) },
  { end: (_, { supportViewId }) => seller.client(endSupportView, { params: { supportViewId }, body: {} }) },
  { end: () => seller.client(allowSupportViews, { body: { isAllowed: false } }) },
  { end: () => switchSupport({ ...server, now }, false) },
  { end: ({ email }) => server.database.asSystem((sql) => disableStaff(sql, email, now())), endsSession: true },
  { end: ({ email }) => server.database.asSystem((sql) => resetStaff(sql, email, now())), endsSession: true },
  { end: ({ email }) => server.database.asSystem((sql) => changeRole(sql, email, 'admin', now())), endsSession: true },
];

test(
  `of ${REVOCATIONS} revocations over two instances each is seen by the next request on either`,
  async () => {
    let staff: TestStaff | undefined;
    let late = 0;
    for (const { end, endsSession = false } of fc.sample(fc.constantFrom(...revocations), {
      seed: 20_261_126,
      numRuns: REVOCATIONS,
    })) {
      staff ??= await signedIn();
      const here = await lookAt(staff, seller.seller.sellerId);
      const there = lookIn(other.withCookiesOf(staff), here.view);
      await there.client(getSeller, {});
      await end(staff, here.view);
      const replies = await Promise.all([here, there].map(({ send }) => send({ method: 'GET', url: getSeller.url })));
      late += replies.filter(({ statusCode }) => statusCode !== 401).length;
      if (endsSession) staff = undefined;
      await seller.client(allowSupportViews, { body: { isAllowed: true } });
      await switchSupport({ ...server, now }, true);
    }
    expect(late).toBe(0);
  },
  60_000 + REVOCATIONS * 2000,
);

async function signedIn(): Promise<TestStaff> {
  const staff = await addTestStaff(server, { now });
  await staff.signIn();
  return staff;
}
