import { useState } from 'preact/hooks';
import type { CardSecrets } from '../../../frame-data.ts';
import type { Words } from '../../../../words/english.ts';
import { ApiFailure, failureInWords } from '../frame-api.ts';
import { useFrame, useWords } from '../frame-context.ts';

/** The number of a card, or the end of it. */
export function CardNumber({ last4, number }: { last4: string; number: string | undefined }) {
  const { cards } = useWords();
  if (number !== undefined) return <span class="figure">{number.replaceAll(/(\d{4})(?=\d)/gu, '$1 ')}</span>;
  return (
    <span class="figure">
      <span aria-label={cards.cardEndingIn}>••••</span> {last4}
    </span>
  );
}

/**
 * Gets the number of a card: the page's `FetchEphemeralKey` has the platform's server make a key for this card and this
 * nonce, and only with that key the number is told.
 */
export function useCardSecrets(card: string) {
  const { api, conversation, words } = useFrame();
  const [secrets, setSecrets] = useState<CardSecrets>();
  const [problem, setProblem] = useState<unknown>();
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
      setProblem(cause);
    } finally {
      setBusy(false);
    }
  }

  const told = problem === undefined ? undefined : words.cards.notShown(reasonInWords(problem, words));
  return { secrets, problem: told, busy, reveal, hide: () => setSecrets(undefined) };
}

function secretIn(key: unknown): string {
  const isKey = typeof key === 'object' && key !== null && 'ephemeralKeySecret' in key;
  if (isKey && typeof key.ephemeralKeySecret === 'string') return key.ephemeralKeySecret;
  throw new NoKey();
}

class NoKey extends Error {}

/** Says why there is no number; what the page itself says stays as it says it. */
function reasonInWords(cause: unknown, words: Words): string {
  if (cause instanceof ApiFailure) return failureInWords(cause, words);
  if (cause instanceof NoKey) return words.refusals.ephemeral_key_missing;
  return cause instanceof Error ? cause.message : String(cause);
}
