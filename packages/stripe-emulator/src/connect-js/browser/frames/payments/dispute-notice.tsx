import type { DisputeSummary } from '../../../frame-data.ts';
import { said } from '../../../../words/said.ts';
import { useWords } from '../frame-context.ts';
import { Icon } from '../ui/icon.tsx';
import { DisputeAnswer } from './dispute-answer.tsx';
import { Moment } from '../ui/moment.tsx';
import { Money } from '../ui/money.tsx';

type DisputeNoticeProps = {
  readonly payment: string;
  readonly dispute: DisputeSummary;
  readonly onChanged: () => void;
};

/** Says that a payment is disputed, why, and until when it can be answered; whoever may, answers here. */
export function DisputeNotice({ payment, dispute, onChanged }: DisputeNoticeProps) {
  const { disputes } = useWords();
  const needsAnswer = dispute.status.endsWith('needs_response');
  return (
    <div class={`notice ${needsAnswer ? 'danger' : 'neutral'}`}>
      <Icon name="warning" />
      <div>
        <strong>{disputes.over(<Money amount={dispute.amount} currency={dispute.currency} />)}</strong>
        <p>
          {said(disputes.meanings, dispute.status)}{' '}
          {needsAnswer && dispute.answerDueUnix !== null && (
            <>{disputes.answerWithEvidence(<Moment unix={dispute.answerDueUnix} day />)} </>
          )}
          {disputes.because(said(disputes.reasons, dispute.reason))}
        </p>
        {dispute.mayAnswer && <DisputeAnswer payment={payment} onDone={onChanged} />}
      </div>
    </div>
  );
}
