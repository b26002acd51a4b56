import {
  type Delivery,
  listDeliveries,
  listSellerViews,
  listSupportCharges,
  type PastSupportView,
  type SupportCharge,
} from '@sellerdesk/contract';
import type { ReactNode } from 'react';
import { api } from '../../lib/api.ts';
import { amountOfCharge, chargeBadges } from '../../lib/charge-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { Moment } from '../../ui/moment.tsx';
import { quarantineWords } from './delivery-words.ts';
import { endedWords } from './ended-words.ts';
import { PagedList } from './paged-list.tsx';

interface ListProps {
  readonly sellerId: string;
}

const queryOf = (after: string | undefined): { after?: string } => (after === undefined ? {} : { after });

/** What the seller charged, as our database has it. */
export function SellerCharges({ sellerId }: ListProps): ReactNode {
  return (
    <PagedList
      title="Charges"
      empty="No charge was created here yet. Payments taken elsewhere are in the Stripe Dashboard."
      queryKey={['support-seller', sellerId, 'charges']}
      read={async (after) => {
        const { charges, nextCursor } = await api(listSupportCharges, {
          params: { sellerId },
          querystring: queryOf(after),
        });
        return { rows: charges, nextCursor };
      }}
      rowKey={({ chargeId }) => chargeId}
    >
      {(charge) => <ChargeRow charge={charge} />}
    </PagedList>
  );
}

function ChargeRow({ charge }: { readonly charge: SupportCharge }): ReactNode {
  const { tone, badge } = chargeBadges[charge.state];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1">
      <span className="truncate">{charge.description}</span>
      <span className="text-right tabular-nums">{amountOfCharge(charge)}</span>
      <span className="min-w-0 text-sm break-all text-muted">
        <Moment at={charge.createdAt} />
        {charge.paymentId === null ? null : (
          <>
            {' '}
            · <Id id={charge.paymentId} />
          </>
        )}
      </span>
      <span className="justify-self-end">
        <Badge tone={tone}>{badge}</Badge>
      </span>
      {charge.failureMessage === null ? null : (
        <span className="col-span-2 text-sm text-danger">{charge.failureMessage}</span>
      )}
    </div>
  );
}

/** What Stripe announced of the account, and what became of it. */
export function SellerDeliveries({ sellerId }: ListProps): ReactNode {
  return (
    <PagedList
      title="Webhook deliveries"
      empty="Stripe has announced nothing of this account in the last thirty days."
      queryKey={['support-seller', sellerId, 'deliveries']}
      read={async (after) => {
        const { deliveries, nextCursor } = await api(listDeliveries, {
          params: { sellerId },
          querystring: queryOf(after),
        });
        return { rows: deliveries, nextCursor };
      }}
      rowKey={({ eventId }) => eventId}
    >
      {(delivery) => <DeliveryRow delivery={delivery} />}
    </PagedList>
  );
}

function DeliveryRow({ delivery }: { readonly delivery: Delivery }): ReactNode {
  const { type, eventId, receivedAt, attempts, appliedAt, nextTryAt, quarantine } = delivery;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1">
      <span className="break-all">{type}</span>
      <span className="justify-self-end">
        {appliedAt === null ? null : <Badge tone="positive">Applied</Badge>}
        {nextTryAt === null ? null : <Badge tone="warning">Waiting</Badge>}
        {quarantine === null ? null : <Badge tone="danger">Kept apart</Badge>}
      </span>
      <span className="col-span-2 min-w-0 text-sm break-all text-muted">
        <Moment at={receivedAt} /> · <Id id={eventId} />
        {nextTryAt === null ? null : (
          <>
            {' '}
            · {triesWords(attempts)}, next <Moment at={nextTryAt} />
          </>
        )}
        {quarantine === null ? null : <> · {quarantineWords[quarantine]}</>}
      </span>
    </div>
  );
}

/** Begins a line of its own rather than being broken in the middle. */
function Id({ id }: { readonly id: string }): ReactNode {
  return <span className="inline-block">{id}</span>;
}

function triesWords(attempts: number): string {
  return attempts === 1 ? 'tried once' : `tried ${attempts} times`;
}

/** Who looked at the seller's pages, as the seller sees it. */
export function SellerViews({ sellerId }: ListProps): ReactNode {
  return (
    <PagedList
      title="Support views"
      empty="Nobody has looked at this seller's pages."
      queryKey={['support-seller', sellerId, 'views']}
      read={async (after) => {
        const reply = await api(listSellerViews, { params: { sellerId }, querystring: queryOf(after) });
        return { rows: reply.supportViews, nextCursor: reply.nextCursor };
      }}
      rowKey={({ supportViewId }) => supportViewId}
    >
      {(view) => <ViewRow view={view} />}
    </PagedList>
  );
}

function ViewRow({ view }: { readonly view: PastSupportView }): ReactNode {
  const { staffName, reason, ticket, startedAt, endedBy } = view;
  return (
    <div className="grid gap-1">
      <span>
        {staffName}: {reason}
        {ticket === null ? null : ` (${ticket})`}
      </span>
      <span className="text-sm text-muted">
        <Moment at={startedAt} /> · {endedBy === null ? 'runs' : endedWords[endedBy]}
      </span>
    </div>
  );
}
