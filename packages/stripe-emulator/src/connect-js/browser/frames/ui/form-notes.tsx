import type { FieldProblems, FormField } from '../../../frame-data.ts';

type ProblemSummaryProps = {
  readonly fields: readonly FormField[];
  readonly problems: FieldProblems;
  readonly refusal: string | undefined;
};

/** Says above a form how much is wrong, for whoever does not see the fields. */
export function ProblemSummary({ fields, problems, refusal }: ProblemSummaryProps) {
  const count = fields.filter(({ name }) => problems[name] !== undefined).length;
  if (count === 0 && refusal === undefined) return null;
  const summary = count === 1 ? 'One field needs another look.' : `${count} fields need another look.`;
  return (
    <p class="notice danger" role="alert">
      {refusal ?? summary}
    </p>
  );
}

/** Lets a form be filled with what Stripe's test mode accepts. */
export function TestData({ onFill }: { onFill: () => void }) {
  return (
    <p class="test-data">
      <span>This is a test: nobody checks who you are.</span>
      <button type="button" class="link" onClick={onFill}>
        Use test data
      </button>
    </p>
  );
}
