import type { IssuedCard, IssuedCards } from '../../../frame-data.ts';
import { useFrame } from '../frame-context.ts';
import { Badge } from '../ui/badge.tsx';
import { Facts } from '../ui/facts.tsx';
import { useOpened } from '../ui/use-opened.ts';
import { useSend } from '../ui/use-send.ts';
import { CardLimit } from './card-limit.tsx';
import { cardTones } from './card-status.ts';
import { LimitForm } from './limit-form.tsx';
import { CardNumber, useCardSecrets } from './card-number.tsx';

type CardDetailsProps = {
  readonly card: IssuedCard;
  readonly rights: Pick<IssuedCards, 'mayLimit' | 'mayManage'>;
  readonly onChanged: () => void;
};

/** A card with what may be done with it. */
export function CardDetails({ card, rights, onChanged }: CardDetailsProps) {
  const { look, values, words } = useFrame();
  const { facts, ...says } = words.cards;
  const { opened, open, opener, close } = useOpened<'limit'>();
  const { secrets, problem, busy: asking, reveal, hide } = useCardSecrets(card.id);
  const { send, busy, refusal } = useSend();
  const showsLimit = values['showSpendControls'] === true;
  const frozen = card.status === 'inactive';
  const trouble = problem ?? refusal;
  return (
    <div class="issued-card">
      <div class="heading">
        <p class="big">
          <CardNumber last4={card.last4} number={secrets?.number} />
          <Badge tone={cardTones[card.status]}>{says.statuses[card.status]}</Badge>
        </p>
        <p class="secondary">{card.cardholder}</p>
      </div>
      <Facts
        facts={[
          [words.common.heads.type, says.types[card.type]],
          [facts.expires, `${String(card.expMonth).padStart(2, '0')}/${card.expYear}`],
          [facts.securityCode, secrets && <span class="figure">{secrets.cvc}</span>],
          [says.heads.limit, showsLimit && <CardLimit card={card} />],
          [facts.cardId, look.showObjectIds && <code>{card.id}</code>],
        ]}
      />
      {trouble !== undefined && (
        <p class="problem" role="alert">
          {trouble}
        </p>
      )}
      {opened === 'limit' ? (
        <LimitForm
          card={card}
          onCancel={close}
          onDone={() => {
            close();
            onChanged();
          }}
        />
      ) : (
        card.status !== 'canceled' && (
          <div class="actions">
            <button type="button" disabled={asking} onClick={() => (secrets ? hide() : void reveal())}>
              {secrets ? says.hideNumber : says.showNumber}
            </button>
            {rights.mayManage && (
              <button
                type="button"
                disabled={busy}
                onClick={() =>
                  void send(`issuing-cards/${card.id}/status`, { status: frozen ? 'active' : 'inactive' }, onChanged)
                }
              >
                {frozen ? says.unfreeze : says.freeze}
              </button>
            )}
            {showsLimit && rights.mayLimit && (
              <button type="button" ref={opener('limit')} onClick={() => open('limit')}>
                {says.changeLimit}
              </button>
            )}
          </div>
        )
      )}
    </div>
  );
}
