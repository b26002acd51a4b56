import type { proveSecondFactor, signInStaff, Staff } from '@sellerdesk/contract';
import { type Call, problem } from '../http/index.ts';
import { countAttempt, evaluated, isPassword, limitsOfGuessing, takeAttemptBack } from '../identity/index.ts';
import { keepStaffAct } from './keep-staff-act.ts';
import { limitsOfCodes } from './limits.ts';
import { takeCode } from './second-factor.ts';
import type { StaffParts } from './staff-parts.ts';
import { keepProven, startStaffSession } from './staff-sessions.ts';
import { findStaffToSignIn, getStaffById } from './staff-store.ts';

/**
 * Signs somebody of the platform in by half. Unknown, disabled and not yet set up are answered like a wrong password, and
 * take as long.
 *
 * @throws {Problem} `wrong_credentials`, `too_many_attempts`, `unavailable`
 */
export async function signIn(
  { database, now }: StaffParts,
  { body, request, reply }: Call<typeof signInStaff>,
): Promise<void> {
  const at = now();
  // Sellers' guesses lock nobody of the platform out, even with the same address.
  const limits = limitsOfGuessing(`staff ${body.email}`, request.ip);
  const { staff, attempt } = await database.asSystem(async (sql) => ({
    staff: await findStaffToSignIn(sql, body.email),
    attempt: await countAttempt(sql, limits, at),
  }));
  const isRight = await evaluated(database, attempt, () => isPassword(body.password, staff?.passwordHash));
  if (!isRight || staff === undefined) throw problem('wrong_credentials');
  await database.asSystem(async (sql) => {
    await takeAttemptBack(sql, attempt);
    await startStaffSession(sql, { request, reply, staffId: staff.staffId, now: at });
  });
}

/**
 * Proves the second factor of whoever gave a password, or proves it again. A guess counts before it is looked at.
 *
 * @throws {Problem} `wrong_code`, `too_many_attempts`
 */
export async function proveFactor(
  { database, now }: StaffParts,
  { body, principal, request, reply }: Call<typeof proveSecondFactor>,
): Promise<Staff> {
  const { staffId, sessionId, secondFactorAt, expiresAt } = principal;
  const at = now();
  const attempt = await database.asSystem((sql) => countAttempt(sql, limitsOfCodes(staffId), at));
  return database.asSystem(async (sql) => {
    const factor = await takeCode(sql, staffId, body.code, at);
    if (factor === undefined) throw problem('wrong_code');
    await takeAttemptBack(sql, attempt);
    await keepProven(sql, { sessionId, reply, now: at });
    const staff = await getStaffById(sql, staffId);
    await keepStaffAct(sql, {
      at,
      actor: `staff:${staffId}`,
      action: secondFactorAt === null ? 'staff_signed_in' : 'staff_factor_proven',
      details: { factor },
      requestId: request.id,
    });
    return { ...staff, secondFactorAt: at.toISOString(), expiresAt: expiresAt.toISOString() };
  });
}
