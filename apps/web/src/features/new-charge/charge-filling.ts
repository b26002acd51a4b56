import { isCurrency } from '@sellerdesk/money';
import type { ChargeDraft } from './charge-draft.ts';

/**
 * One filling of the form, from the first letter to the charge it made.
 *
 * Its key goes with every attempt to send it: after a reload, a double click, the browser's back button, in a
 * duplicated tab or back from offline, the server sees the same key and makes one charge.
 */
export interface ChargeFilling {
  readonly idempotencyKey: string;
  readonly draft: ChargeDraft;
  /** What was last sent with this key; the server may have made a charge of it, whether or not its answer arrived. */
  readonly sent: ChargeDraft | null;
}

/** Where a filling is kept: in the tab's own storage, so that two forms filled side by side are two charges. */
export interface FillingStore {
  readonly find: () => ChargeFilling | undefined;
  readonly keep: (filling: ChargeFilling) => void;
  readonly forget: () => void;
}

/** Keeps one filling per seller, so that whoever signs in next in this tab sees nothing of it. */
export function createFillingStore(storage: Storage, sellerId: string): FillingStore {
  const name = `sellerdesk.new-charge.${sellerId}`;
  return {
    find: () => fillingFromJson(storage.getItem(name) ?? 'null'),
    keep: (filling) => storage.setItem(name, JSON.stringify(filling)),
    forget: () => storage.removeItem(name),
  };
}

export function newFilling(draft: ChargeDraft): ChargeFilling {
  return { idempotencyKey: crypto.randomUUID(), draft, sent: null };
}

/** What is stored may come from another version of these pages: anything but a whole filling is none. */
function fillingFromJson(json: string): ChargeFilling | undefined {
  const stored: unknown = JSON.parse(json);
  return isFilling(stored) ? stored : undefined;
}

function isFilling(value: unknown): value is ChargeFilling {
  if (typeof value !== 'object' || value === null) return false;
  if (!('idempotencyKey' in value && 'draft' in value && 'sent' in value)) return false;
  const { idempotencyKey, draft, sent } = value;
  return typeof idempotencyKey === 'string' && isDraft(draft) && (sent === null || isDraft(sent));
}

function isDraft(value: unknown): value is ChargeDraft {
  if (typeof value !== 'object' || value === null) return false;
  if (!('amount' in value && 'currency' in value && 'description' in value && 'customerEmail' in value)) return false;
  const { amount, currency, description, customerEmail } = value;
  return (
    typeof currency === 'string' &&
    isCurrency(currency) &&
    [amount, description, customerEmail].every((text) => typeof text === 'string')
  );
}
