import type { OidcSide } from '@sellerdesk/contract';
import type { Sql } from '../database/index.ts';
import { hashOf } from '../identity/index.ts';
import type { Proofs } from './identity-provider.ts';

/** What is kept from the moment a browser leaves for the identity provider until it is back. */
export interface RoundTrip {
  readonly proofs: Proofs;
  readonly returnPath: string;
  /** The hash of the session's token that the browser had; a browser does not send it on the way back. */
  readonly sessionBefore: Buffer | null;
}

export async function insertRoundTrip(
  sql: Sql,
  trip: RoundTrip & { readonly side: OidcSide; readonly browserToken: string; readonly expiresAt: Date },
): Promise<void> {
  const { side, browserToken, proofs, returnPath, sessionBefore, expiresAt } = trip;
  await sql`
    insert into oidc_round_trips
      (state_hash, browser_hash, side, nonce, code_verifier, return_path, session_before, expires_at)
    values (${hashOf(proofs.state)}, ${hashOf(browserToken)}, ${side}, ${proofs.nonce}, ${proofs.codeVerifier},
      ${returnPath}, ${sessionBefore}, ${expiresAt})`;
}

/** Returns what this browser left with, once: whoever comes with the same state again, or at the same time, gets nothing. */
export async function takeRoundTrip(
  sql: Sql,
  { side, browserToken, state, now }: { side: OidcSide; browserToken: string; state: string; now: Date },
): Promise<RoundTrip | undefined> {
  const [row] = await sql<Omit<RoundTrip, 'proofs'> & Omit<Proofs, 'state'>>`
    delete from oidc_round_trips
    where state_hash = ${hashOf(state)} and browser_hash = ${hashOf(browserToken)} and side = ${side}
      and expires_at > ${now}
    returning nonce, code_verifier as "codeVerifier", return_path as "returnPath", session_before as "sessionBefore"`;
  if (row === undefined) return undefined;
  const { nonce, codeVerifier, returnPath, sessionBefore } = row;
  return { proofs: { state, nonce, codeVerifier }, returnPath, sessionBefore };
}
