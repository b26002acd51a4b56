import { createHmac, timingSafeEqual } from 'node:crypto';
import type { World } from './world.ts';

/** How long an ephemeral key opens its card, in seconds. */
const LIFE_SECONDS = 15 * 60;

/** What an ephemeral key opens: one card, for whoever chose the nonce. */
export interface KeyPurpose {
  readonly card: string;
  readonly nonce: string;
}

/** Makes the secret that shows the number of a card. It is signed, so that nothing has to be kept of it. */
export function ephemeralKeySecret(
  world: World,
  purpose: KeyPurpose,
): { readonly secret: string; readonly expiresUnix: number } {
  const expiresUnix = world.clock.nowUnix() + LIFE_SECONDS;
  return { secret: `ek_test_${expiresUnix}_${signature(world, purpose, expiresUnix)}`, expiresUnix };
}

/** Says whether a secret opens a card now. */
export function opens(world: World, secret: string, purpose: KeyPurpose): boolean {
  const [, expires = '', signed = ''] = /^ek_test_(\d+)_([0-9a-f]{64})$/u.exec(secret) ?? [];
  const expected = signature(world, purpose, Number(expires));
  const isOwn = signed.length === expected.length && timingSafeEqual(Buffer.from(signed), Buffer.from(expected));
  return isOwn && Number(expires) > world.clock.nowUnix();
}

function signature({ settings }: World, { card, nonce }: KeyPurpose, expiresUnix: number): string {
  return createHmac('sha256', settings.secretKey)
    .update(JSON.stringify([card, nonce, expiresUnix]))
    .digest('hex');
}
