import type {
  Delivery,
  listDeliveries,
  listSellerViews,
  listSupportCharges,
  ReplyOf,
  SupportSeller,
} from '@sellerdesk/contract';
import { selectAccountHistory, platformViewOf } from '../accounts/index.ts';
import { chargeReply, pageOfCharges } from '../charges/index.ts';
import { cursorFromText, pageFrom } from '../http/index.ts';
import type { Services } from '../services.ts';
import { type DeliveryRow, selectDeliveries } from './delivery-store.ts';
import { readForStaff, type StaffReading } from './read-for-staff.ts';
import { pageOfViews } from './seller-side.ts';
import { endOver } from './support-views.ts';

type Parts = Pick<Services, 'config' | 'database' | 'now'>;
type Paged = StaffReading & { readonly after: string | undefined };

const pageSize = 20;

/** Returns a seller with how their account stands. */
export async function readSeller({ config, ...parts }: Parts, reading: StaffReading): Promise<SupportSeller> {
  const { sellerId } = reading;
  const { seller, account, disconnectedAt } = await readForStaff(parts, reading, async (sql, row) => ({
    seller: row,
    ...(await selectAccountHistory(sql, sellerId)),
  }));
  return {
    ...seller,
    createdAt: seller.createdAt.toISOString(),
    account:
      account === undefined
        ? null
        : {
            stripeAccountId: account.stripeAccountId,
            state: account.state,
            mode: account.mode,
            dashboardUrl: platformViewOf(account, config.stripe.dashboardUrl),
            chargesEnabled: account.chargesEnabled,
            payoutsEnabled: account.payoutsEnabled,
            detailsSubmitted: account.detailsSubmitted,
            ...(account.country !== null && { country: account.country }),
            ...(account.defaultCurrency !== null && { defaultCurrency: account.defaultCurrency }),
            requirements: [...account.requirements],
            ...(account.deadlineAt !== null && { deadlineAt: account.deadlineAt.toISOString() }),
            readAt: account.readAt.toISOString(),
          },
    disconnectedAt: disconnectedAt?.toISOString() ?? null,
  };
}

/** Returns a page of a seller's charges, as our database has them. */
export async function readCharges(
  parts: Parts,
  { after, ...reading }: Paged,
): Promise<ReplyOf<typeof listSupportCharges>> {
  const cursor = after === undefined ? undefined : cursorFromText(after);
  const { rows, nextCursor } = await readForStaff(parts, reading, (sql) =>
    pageOfCharges(sql, reading.sellerId, { after: cursor, limit: pageSize }),
  );
  return { charges: rows.map((row) => chargeReply(row)), nextCursor };
}

/** Returns a page of what Stripe announced of a seller's account, the one they have or had last. */
export async function readDeliveries(
  parts: Parts,
  { after, ...reading }: Paged,
): Promise<ReplyOf<typeof listDeliveries>> {
  const cursor = after === undefined ? undefined : cursorFromText(after, 'event');
  const found = await readForStaff(parts, reading, async (sql) => {
    const { account, lastAccountId } = await selectAccountHistory(sql, reading.sellerId);
    const id = account?.stripeAccountId ?? lastAccountId;
    return id === null ? [] : selectDeliveries(sql, id, { after: cursor, limit: pageSize + 1 });
  });
  const { rows, nextCursor } = pageFrom(found, pageSize, ({ receivedAt, eventId }) => ({
    createdAt: receivedAt,
    id: eventId,
  }));
  return { deliveries: rows.map((row) => deliveryReply(row)), nextCursor };
}

function deliveryReply({ appliedAt, tryAt, quarantine, ...row }: DeliveryRow): Delivery {
  const isWaiting = appliedAt === null && quarantine === null;
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    receivedAt: row.receivedAt.toISOString(),
    appliedAt: appliedAt?.toISOString() ?? null,
    nextTryAt: isWaiting ? tryAt.toISOString() : null,
    quarantine,
  };
}

/** Returns a page of who looked at a seller's pages, as the seller sees it. */
export async function readViews(parts: Parts, { after, ...reading }: Paged): Promise<ReplyOf<typeof listSellerViews>> {
  await endOver(parts);
  await readForStaff(parts, reading, async () => undefined);
  return pageOfViews(parts, reading.sellerId, after);
}
