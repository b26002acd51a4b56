import type { DisputeSummary } from '../../../frame-data.ts';
import { Icon } from '../ui/icon.tsx';
import { DisputeAnswer } from './dispute-answer.tsx';
import { Moment } from '../ui/moment.tsx';
import { Money } from '../ui/money.tsx';

const answers: Record<string, string> = {
  needs_response: 'The customer’s bank took the money back. Answer with evidence',
  warning_needs_response: 'The customer’s bank asks about this payment. Answer with evidence',
  under_review: 'Your evidence is with the customer’s bank.',
  warning_under_review: 'Your answer is with the customer’s bank.',
  won: 'The dispute was decided for you; the money is back.',
  lost: 'The dispute was decided for the customer.',
  warning_closed: 'The question was closed without a dispute.',
};

type DisputeNoticeProps = {
  readonly payment: string;
  readonly dispute: DisputeSummary;
  readonly onChanged: () => void;
};

/** Says that a payment is disputed, why, and until when it can be answered; whoever may, answers here. */
export function DisputeNotice({ payment, dispute, onChanged }: DisputeNoticeProps) {
  const needsAnswer = dispute.status.endsWith('needs_response');
  return (
    <div class={`notice ${needsAnswer ? 'danger' : 'neutral'}`}>
      <Icon name="warning" />
      <div>
        <strong>
          Dispute over <Money amount={dispute.amount} currency={dispute.currency} />
        </strong>
        <p>
          {answers[dispute.status] ?? dispute.status}
          {needsAnswer && dispute.answerDueUnix !== null && (
            <>
              {' '}
              by <Moment unix={dispute.answerDueUnix} day />.
            </>
          )}{' '}
          Reason: {dispute.reason.replaceAll('_', ' ')}.
        </p>
        {dispute.mayAnswer && <DisputeAnswer payment={payment} onDone={onChanged} />}
      </div>
    </div>
  );
}
