import type { Opening } from '../lib/early-start.ts';

/** An opening whose account can show components. */
export type OpeningWithSession = Opening & { readonly accountSession: NonNullable<Opening['accountSession']> };

/** What connect.js gets its secrets from. */
export interface ClientSecrets {
  readonly next: () => Promise<string>;
  /** Why the last fresh secret could not be fetched, which connect.js keeps to itself; nothing once one could. */
  readonly refusal: () => unknown;
}

interface ClientSecretsDeps {
  readonly openDashboard: () => Promise<Opening>;
  /** Takes every later opening, and says whether its secret may be handed on. */
  readonly admit: (opening: Opening) => opening is OpeningWithSession;
}

/** Returns the secrets of one instance: the first is the one that came with it, every later one is fetched anew. */
export function createClientSecrets(first: OpeningWithSession, deps: ClientSecretsDeps): ClientSecrets {
  let unspent: string | undefined = first.accountSession.clientSecret;
  let refusal: unknown;
  const fresh = async (): Promise<string> => {
    try {
      const opening = await deps.openDashboard();
      if (!deps.admit(opening)) throw new Error('This secret is not for these components');
      refusal = undefined;
      return opening.accountSession.clientSecret;
    } catch (error) {
      refusal = error;
      throw error;
    }
  };
  return {
    refusal: () => refusal,
    next: async () => {
      const secret = unspent ?? (await fresh());
      unspent = undefined;
      return secret;
    },
  };
}
