import type { Problems } from '../../../../forms/fields.ts';
import type { FormField } from '../../../frame-data.ts';
import { useWords } from '../frame-context.ts';

type ProblemSummaryProps = {
  readonly fields: readonly FormField[];
  readonly problems: Problems;
  readonly refusal: string | undefined;
};

/** Says above a form how much is wrong, for whoever does not see the fields. */
export function ProblemSummary({ fields, problems, refusal }: ProblemSummaryProps) {
  const { common } = useWords();
  const count = fields.filter(({ name }) => problems[name] !== undefined).length;
  if (count === 0 && refusal === undefined) return null;
  return (
    <p class="notice danger" role="alert">
      {refusal ?? common.wrongFields(count)}
    </p>
  );
}

/** Lets a form be filled with what Stripe's test mode accepts. */
export function TestData({ onFill }: { onFill: () => void }) {
  const { common } = useWords();
  return (
    <p class="test-data">
      <span>{common.isTest}</span>
      <button type="button" class="link" onClick={onFill}>
        {common.useTestData}
      </button>
    </p>
  );
}
