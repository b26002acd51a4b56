import type { PayoutContent, PayoutDetails as Details } from '../../../frame-data.ts';
import { useFrame } from '../frame-context.ts';
import { Badge } from '../ui/badge.tsx';
import { Facts } from '../ui/facts.tsx';
import { Moment } from '../ui/moment.tsx';
import { Money } from '../ui/money.tsx';
import { Overlay } from '../ui/overlay.tsx';
import { Failed, LoadingRows } from '../ui/states.tsx';
import { useLoaded } from '../use-loaded.ts';
import { BankName } from './bank-name.tsx';
import { payoutStatuses, startedInWords } from './payout-status.ts';

/** One payout above the page, with the payments that are in it. */
export function PayoutDetails() {
  const { values } = useFrame();
  const id = typeof values['payout'] === 'string' ? values['payout'] : '';
  const { loaded, retry } = useLoaded('payouts/:id', { id });
  return (
    <Overlay title="Payout details">
      {loaded.state === 'loading' && <LoadingRows rows={6} />}
      {loaded.state === 'failed' && <Failed what="This payout" failure={loaded.failure} retry={retry} />}
      {loaded.state === 'ready' && <Payout payout={loaded.data} />}
    </Overlay>
  );
}

function Payout({ payout }: { payout: Details }) {
  const { showObjectIds } = useFrame().look;
  const status = payoutStatuses[payout.status];
  return (
    <>
      <div class="heading">
        <p class="big">
          <Money amount={payout.amount} currency={payout.currency} code />
          <Badge tone={status.tone}>{status.label}</Badge>
        </p>
        <p class="secondary">
          {payout.status === 'paid' ? 'Arrived' : 'Arrives about'} <Moment unix={payout.arrivalUnix} day />
        </p>
      </div>
      {payout.failure && <p class="notice danger">{payout.failure}</p>}
      <Facts
        facts={[
          ['Bank account', payout.bank && <BankName bank={payout.bank} />],
          ['Started', startedInWords(payout)],
          ['Created', <Moment key="created" unix={payout.createdUnix} />],
          ['Payout ID', showObjectIds ? <code>{payout.id}</code> : null],
        ]}
      />
      <PayoutContents rows={payout.contents.rows} currency={payout.currency} />
    </>
  );
}

function PayoutContents({ rows, currency }: { rows: readonly PayoutContent[]; currency: string }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h3>What is in it</h3>
      <dl class="sum">
        {rows.map((row) => (
          <div key={row.id}>
            <dt>
              {row.text}{' '}
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
