import type { finishStaffSetUp, openStaffSetUp, StaffSetUp } from '@sellerdesk/contract';
import { type Call, problem } from '../http/index.ts';
import { countAttempt, hashPassword, isCommonPassword, takeAttemptBack } from '../identity/index.ts';
import { keepStaffAct } from './keep-staff-act.ts';
import { limitsOfCodes } from './limits.ts';
import { renewRecoveryCodes, stepOfCode, totpOf } from './second-factor.ts';
import { deleteSetUp, findSetUp, type StoredSetUp } from './set-up-store.ts';
import type { StaffParts } from './staff-parts.ts';
import { deleteSessionsOfStaff } from './staff-session-store.ts';
import { updateSecrets } from './staff-store.ts';

/**
 * Returns what somebody needs to set up their authenticator app.
 *
 * @throws {Problem} `set_up_link_over`
 */
export async function openSetUp(parts: StaffParts, { body }: Call<typeof openStaffSetUp>): Promise<StaffSetUp> {
  const { email, name, totpSecret } = await setUpBehind(parts, body.token);
  const totp = totpOf(totpSecret, { issuer: `${parts.config.platform.name} support`, label: email });
  return { email, name, otpauthUrl: totp.toString(), secret: totp.secret.base32 };
}

/**
 * Sets password and second factor, ends every session there was, and returns the recovery codes.
 *
 * @throws {Problem} `set_up_link_over`, `wrong_code`, `too_many_attempts`, `validation_failed`
 */
export async function finishSetUp(
  parts: StaffParts,
  { body, request }: Call<typeof finishStaffSetUp>,
): Promise<readonly string[]> {
  const { database, now } = parts;
  const { staffId, email, name, totpSecret } = await setUpBehind(parts, body.token);
  if (isCommonPassword(body.password, [email, name]))
    throw problem('validation_failed', {
      fields: [{ field: 'password', message: 'Choose another: this is one that is guessed first.' }],
    });
  const attempt = await database.asSystem((sql) => countAttempt(sql, limitsOfCodes(staffId), now()));
  const usedStep = stepOfCode(totpSecret, body.code, now());
  if (usedStep === undefined) throw problem('wrong_code');
  const passwordHash = await hashPassword(body.password);
  return database.asSystem(async (sql) => {
    // Somebody else may have used the link meanwhile.
    if ((await findSetUp(sql, body.token, now())) === undefined) throw problem('set_up_link_over');
    await takeAttemptBack(sql, attempt);
    await deleteSetUp(sql, staffId);
    await deleteSessionsOfStaff(sql, staffId);
    await updateSecrets(sql, staffId, { passwordHash, totpSecret, usedStep });
    const recoveryCodes = await renewRecoveryCodes(sql, staffId);
    await keepStaffAct(sql, {
      at: now(),
      actor: `staff:${staffId}`,
      action: 'staff_set_up',
      details: {},
      requestId: request.id,
    });
    return recoveryCodes;
  });
}

async function setUpBehind({ database, now }: StaffParts, token: string): Promise<StoredSetUp> {
  const setUp = await database.asSystem((sql) => findSetUp(sql, token, now()));
  if (setUp === undefined) throw problem('set_up_link_over');
  return setUp;
}
