import {
  finishStaffSetUp,
  getStaff,
  openStaffSetUp,
  proveSecondFactor,
  signInStaff,
  signOutStaff,
} from '@sellerdesk/contract';
import type { FastifyInstance } from 'fastify';
import { problem, serve } from '../http/index.ts';
import { serveOidc } from '../oidc/index.ts';
import { endOver } from '../support/index.ts';
import { enterStaff } from './oidc-sign-in.ts';
import { finishSetUp, openSetUp } from './set-up.ts';
import { proveFactor, signIn } from './sign-in.ts';
import type { StaffParts } from './staff-parts.ts';
import { endStaffSession, readStaffToken, useStaffSession } from './staff-sessions.ts';
import { getStaffById } from './staff-store.ts';

/** Registers how staff set themselves up, sign in and out, and who of them is signed in. */
export function registerStaff(app: FastifyInstance, parts: StaffParts): void {
  app.decorate('authenticateStaff', (request) => useStaffSession(parts, request));

  serve(app, openStaffSetUp, (call) => openSetUp(parts, call));
  serve(app, finishStaffSetUp, async (call) => ({ recoveryCodes: [...(await finishSetUp(parts, call))] }));
  serve(app, signInStaff, async (call) => {
    await signIn(parts, call);
    return null;
  });
  serve(app, proveSecondFactor, (call) => proveFactor(parts, call));
  serve(app, getStaff, async ({ principal }) => {
    const { staffId, secondFactorAt, expiresAt } = principal;
    if (secondFactorAt === null) throw problem('second_factor_due');
    const staff = await parts.database.asSystem((sql) => getStaffById(sql, staffId));
    return { ...staff, secondFactorAt: secondFactorAt.toISOString(), expiresAt: expiresAt.toISOString() };
  });
  serve(app, signOutStaff, async ({ principal: { staffId, sessionId }, request, reply }) => {
    await endStaffSession(parts, { staffId, sessionId, request, reply });
    await endOver(parts);
    return null;
  });

  const { staff: client } = parts.config.oidc;
  if (client !== undefined)
    serveOidc(app, parts, {
      side: 'staff',
      client,
      signInPage: '/support/sign-in',
      sessionToken: readStaffToken,
      enter: (arrival) => enterStaff(parts, arrival),
    });
}
