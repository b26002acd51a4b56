import type { PayoutContent, PayoutDetails as Details } from '../../../frame-data.ts';
import { bookingInWords, payoutFailureInWords } from '../../../in-words.ts';
import { useFrame, useWords } from '../frame-context.ts';
import { Badge } from '../ui/badge.tsx';
import { Facts } from '../ui/facts.tsx';
import { Moment } from '../ui/moment.tsx';
import { Money } from '../ui/money.tsx';
import { Overlay } from '../ui/overlay.tsx';
import { Failed, LoadingRows } from '../ui/states.tsx';
import { useLoaded } from '../use-loaded.ts';
import { BankName } from './bank-name.tsx';
import { payoutTones, startedInWords } from './payout-status.ts';

/** One payout above the page, with the payments that are in it. */
export function PayoutDetails() {
  const { values, words } = useFrame();
  const id = typeof values['payout'] === 'string' ? values['payout'] : '';
  const { loaded, retry } = useLoaded('payouts/:id', { id });
  return (
    <Overlay title={words.titles['payout-details']}>
      {loaded.state === 'loading' && <LoadingRows rows={6} />}
      {loaded.state === 'failed' && <Failed what="payout" failure={loaded.failure} retry={retry} />}
      {loaded.state === 'ready' && <Payout payout={loaded.data} />}
    </Overlay>
  );
}

function Payout({ payout }: { payout: Details }) {
  const { look, words } = useFrame();
  const { payouts } = words;
  const arrival = <Moment unix={payout.arrivalUnix} day />;
  return (
    <>
      <div class="heading">
        <p class="big">
          <Money amount={payout.amount} currency={payout.currency} code />
          <Badge tone={payoutTones[payout.status]}>{payouts.statuses[payout.status]}</Badge>
        </p>
        <p class="secondary">{payout.status === 'paid' ? payouts.arrived(arrival) : payouts.arrivesAbout(arrival)}</p>
      </div>
      {payout.failure && <p class="notice danger">{payoutFailureInWords(payout.failure, words)}</p>}
      <Facts
        facts={[
          [payouts.heads.bank, payout.bank && <BankName bank={payout.bank} />],
          [payouts.heads.started, startedInWords(payout, words)],
          [payouts.heads.created, <Moment key="created" unix={payout.createdUnix} />],
          [payouts.heads.payoutId, look.showObjectIds ? <code>{payout.id}</code> : null],
        ]}
      />
      <PayoutContents rows={payout.contents.rows} currency={payout.currency} />
    </>
  );
}

function PayoutContents({ rows, currency }: { rows: readonly PayoutContent[]; currency: string }) {
  const words = useWords();
  if (rows.length === 0) return null;
  return (
    <section>
      <h3>{words.payouts.contents}</h3>
      <dl class="sum">
        {rows.map((row) => (
          <div key={row.id}>
            <dt>
              {bookingInWords(row, words)}{' '}
              <span class="secondary">
                <Moment unix={row.createdUnix} day />
              </span>
            </dt>
            <dd>
              <Money amount={row.net} currency={currency} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
