import type { World } from '../../world/world.ts';
import type { DisputeRow, Page } from '../frame-data.ts';
import { disputeSummary } from './payment-details.ts';
import { PAGE_SIZE } from './payments.ts';

/** Lists disputes, newest first. */
export function disputesPage(world: World, account: string, after: string | undefined): Page<DisputeRow> {
  const { rows, hasMore } = world.store.list('dispute', { account, limit: PAGE_SIZE, startingAfter: after });
  return {
    rows: rows.map((dispute) => ({
      ...disputeSummary(dispute, false),
      payment: dispute.paymentIntent ?? dispute.charge,
      createdUnix: dispute.createdUnix,
    })),
    next: hasMore ? (rows.at(-1)?.id ?? null) : null,
  };
}
