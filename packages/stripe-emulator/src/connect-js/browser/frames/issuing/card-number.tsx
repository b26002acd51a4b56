import { useState } from 'preact/hooks';
import type { CardSecrets } from '../../../frame-data.ts';
import { useFrame } from '../frame-context.ts';

/** The number of a card, or the end of it. */
export function CardNumber({ last4, number }: { last4: string; number: string | undefined }) {
  if (number !== undefined) return <span class="figure">{number.replaceAll(/(\d{4})(?=\d)/gu, '$1 ')}</span>;
  return (
    <span class="figure">
      <span aria-label="Card ending in">••••</span> {last4}
    </span>
  );
}

/**
 * Gets the number of a card: the page's `FetchEphemeralKey` has the platform's server make a key for this card and this
 * nonce, and only with that key the number is told.
 */
export function useCardSecrets(card: string) {
  const { api, conversation } = useFrame();
  const [secrets, setSecrets] = useState<CardSecrets>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function reveal(): Promise<void> {
    setBusy(true);
    setProblem(undefined);
    const nonce = crypto.randomUUID();
    try {
      const key = await conversation.ask('FetchEphemeralKey', { issuingCard: card, nonce });
      const ephemeralKeySecret = secretIn(key);
      setSecrets(await api.post<CardSecrets>(`issuing-cards/${card}/reveal`, { nonce, ephemeralKeySecret }));
    } catch (cause) {
      setProblem(`The number cannot be shown. ${cause instanceof Error ? cause.message : String(cause)}`);
    } finally {
      setBusy(false);
    }
  }

  return { secrets, problem, busy, reveal, hide: () => setSecrets(undefined) };
}

function secretIn(key: unknown): string {
  const isKey = typeof key === 'object' && key !== null && 'ephemeralKeySecret' in key;
  if (isKey && typeof key.ephemeralKeySecret === 'string') return key.ephemeralKeySecret;
  throw new Error('The page handed over no ephemeral key.');
}
