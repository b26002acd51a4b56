import { finishStaffSetUp, openStaffSetUp, proveSecondFactor, signInStaff, type StaffRole } from '@sellerdesk/contract';
import { Secret, TOTP } from 'otpauth';
import { addStaff } from '../staff/index.ts';
import type { BareTestApp } from './bare-test-app.ts';
import type { TestBrowser } from './test-browser.ts';

/** Somebody of the platform with the browser they sign in with, and their authenticator app. */
export interface TestStaff extends TestBrowser {
  readonly email: string;
  readonly password: string;
  readonly recoveryCodes: readonly string[];
  /** The code of a moment. */
  code(at: Date): string;
  signIn(): Promise<void>;
}

interface Person {
  readonly email?: string;
  readonly name?: string;
  readonly role?: StaffRole;
}

let people = 0;

/** Adds somebody of the platform as the operator does, and sets them up; they are not signed in. */
export async function addTestStaff(
  server: BareTestApp,
  { now, ...person }: Person & { readonly now: () => Date },
): Promise<TestStaff> {
  people += 1;
  const { email = `staff${people}@platform.example`, name = 'Sam Support', role = 'support' } = person;
  const link = await server.database.asSystem((sql) => addStaff(sql, { email, name, role }, now()));
  const token = link?.token ?? '';
  const browser = server.browser();
  const { secret } = await browser.client(openStaffSetUp, { body: { token } });
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  const code = (at: Date): string => totp.generate({ timestamp: at.getTime() });
  const password = 'a kettle of grey herons';
  // A code of the half minute before, so that the present one is left for signing in.
  const earlier = new Date(now().getTime() - 30_000);
  const { recoveryCodes } = await browser.client(finishStaffSetUp, { body: { token, password, code: code(earlier) } });
  const signIn = async (): Promise<void> => {
    await browser.client(signInStaff, { body: { email, password } });
    await browser.client(proveSecondFactor, { body: { code: code(now()) } });
  };
  return { ...browser, email, password, recoveryCodes, code, signIn };
}
