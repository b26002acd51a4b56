import { useEffect, useState } from 'preact/hooks';
import { formatMoney } from '../../../format.ts';
import type { InstantOffer } from '../../../frame-data.ts';
import { useFrame } from '../frame-context.ts';
import { EmulatorMark } from '../ui/emulator-mark.tsx';
import { Icon } from '../ui/icon.tsx';
import { Failed } from '../ui/states.tsx';
import { useOpened } from '../ui/use-opened.ts';
import { useFresh } from '../use-fresh.ts';
import { useLoaded } from '../use-loaded.ts';
import { feeInWords } from './fee-in-words.ts';
import { InstantForm } from './instant-form.tsx';

/** Offers to send money at once; without any to send it takes no room. */
export function InstantPayoutsPromotion() {
  const { conversation } = useFrame();
  const { loaded, refresh, retry } = useLoaded('instant-offer');
  const [sent, setSent] = useState<string>();
  useFresh(() => void refresh());
  const offer = loaded.state === 'ready' ? loaded.data.offer : undefined;
  const shown = offer === undefined ? undefined : offer !== null;

  useEffect(() => {
    if (shown !== undefined) conversation.call('OnInstantPayoutsPromotionLoaded', { promotionShown: shown });
  }, [conversation, shown]);

  function onSent(payoutId: string, text: string): void {
    conversation.call('OnInstantPayoutCreated', { payoutId });
    setSent(text);
    void refresh();
  }

  if (loaded.state === 'failed') return <Failed what="Instant payouts" failure={loaded.failure} retry={retry} />;
  if (!offer && sent === undefined) return null;
  return (
    <section class="panel" aria-label="Instant payouts">
      <output class="told">{sent !== undefined && <p class="notice success">{sent}</p>}</output>
      {offer && <Offer offer={offer} onSent={onSent} />}
      <EmulatorMark />
    </section>
  );
}

type OfferProps = { readonly offer: InstantOffer; readonly onSent: (payout: string, text: string) => void };

function Offer({ offer, onSent }: OfferProps) {
  const { locale } = useFrame().look;
  const { opened, open, opener, close } = useOpened<'form'>();
  const money = (amount: number): string => formatMoney(amount, offer.currency, locale);
  return (
    <div class="offer">
      <Icon name="bolt" />
      <div>
        <h2>
          Get <span class="figure">{money(offer.most)}</span> within minutes
        </h2>
        <p class="secondary">No need to wait for your next payout. {feeInWords(offer, locale)}</p>
      </div>
      {opened === undefined ? (
        <button type="button" class="primary" ref={opener('form')} onClick={() => open('form')}>
          Pay out instantly
        </button>
      ) : (
        <InstantForm
          offer={offer}
          onCancel={close}
          onDone={(payout, amount) => {
            close();
            onSent(payout, `${money(amount)} is on its way and arrives within 30 minutes.`);
          }}
        />
      )}
    </div>
  );
}
