import { useEffect, useState } from 'preact/hooks';
import { formatMoney } from '../../../format.ts';
import type { InstantOffer } from '../../../frame-data.ts';
import { useFrame } from '../frame-context.ts';
import { EmulatorMark } from '../ui/emulator-mark.tsx';
import { Icon } from '../ui/icon.tsx';
import { Money } from '../ui/money.tsx';
import { Failed } from '../ui/states.tsx';
import { useOpened } from '../ui/use-opened.ts';
import { useFresh } from '../use-fresh.ts';
import { useLoaded } from '../use-loaded.ts';
import { feeInWords } from './fee-in-words.ts';
import { InstantForm } from './instant-form.tsx';

/** Offers to send money at once; without any to send it takes no room. */
export function InstantPayoutsPromotion() {
  const { conversation, look, words } = useFrame();
  const { loaded, refresh, retry } = useLoaded('instant-offer');
  const [sent, setSent] = useState<Sent>();
  useFresh(() => void refresh());
  const offer = loaded.state === 'ready' ? loaded.data.offer : undefined;
  const shown = offer === undefined ? undefined : offer !== null;

  useEffect(() => {
    if (shown !== undefined) conversation.call('OnInstantPayoutsPromotionLoaded', { promotionShown: shown });
  }, [conversation, shown]);

  function onSent(payoutId: string, what: Sent): void {
    conversation.call('OnInstantPayoutCreated', { payoutId });
    setSent(what);
    void refresh();
  }

  if (loaded.state === 'failed') return <Failed what="instantPayouts" failure={loaded.failure} retry={retry} />;
  if (!offer && sent === undefined) return null;
  return (
    <section class="panel" aria-label={words.titles['instant-payouts-promotion']}>
      <output class="told">
        {sent && (
          <p class="notice success">
            {words.payouts.instant.sent(formatMoney(sent.amount, sent.currency, look.locale))}
          </p>
        )}
      </output>
      {offer && <Offer offer={offer} onSent={onSent} />}
      <EmulatorMark />
    </section>
  );
}

type Sent = { readonly amount: number; readonly currency: string };

type OfferProps = { readonly offer: InstantOffer; readonly onSent: (payout: string, sent: Sent) => void };

function Offer({ offer, onSent }: OfferProps) {
  const { look, words } = useFrame();
  const { instant } = words.payouts;
  const { opened, open, opener, close } = useOpened<'form'>();
  return (
    <div class="offer">
      <Icon name="bolt" />
      <div>
        <h2>{instant.get(<Money amount={offer.most} currency={offer.currency} />)}</h2>
        <p class="secondary">
          {instant.noWaiting} {feeInWords(offer, words, look.locale)}
        </p>
      </div>
      {opened === undefined ? (
        <button type="button" class="primary" ref={opener('form')} onClick={() => open('form')}>
          {instant.payOut}
        </button>
      ) : (
        <InstantForm
          offer={offer}
          onCancel={close}
          onDone={(payout, amount) => {
            close();
            onSent(payout, { amount, currency: offer.currency });
          }}
        />
      )}
    </div>
  );
}
