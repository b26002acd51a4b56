const STORED_AS = 'sellerdesk.onboarding.automatic-link-at';
const APART_MS = 60_000;

/**
 * Says whether a link may be made and followed without a click, and remembers that it was.
 *
 * Stripe sends the seller back here whenever it does not like a link. If it likes none, following each new one by
 * itself would never end; the second within a minute waits for a click.
 */
export function takeAutomaticLink(storage: Storage, nowMs: number): boolean {
  const lastMs = Number(storage.getItem(STORED_AS) ?? Number.NEGATIVE_INFINITY);
  if (nowMs - lastMs < APART_MS) return false;
  storage.setItem(STORED_AS, String(nowMs));
  return true;
}
