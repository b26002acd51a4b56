import { money } from '@sellerdesk/money';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { Explained } from '../../ui/explained.tsx';
import { type BreakdownLine, breakdownLines, type BreakdownTerms } from './breakdown-lines.ts';
import { moneyOfDraft } from './charge-draft.ts';
import { ChargeFormProblem } from './charge-form-problem.tsx';
import type { ChargeForm } from './use-charge-form.ts';

interface ReviewColumnProps {
  readonly form: ChargeForm;
  readonly terms: BreakdownTerms;
}

/** What becomes of the charge, live while it is typed. It is the confirmation too: the button stands under it. */
export function ReviewColumn({ form, terms }: ReviewColumnProps): ReactNode {
  const amount = moneyOfDraft(form.draft);
  const lines = breakdownLines(amount ?? money(0n, form.draft.currency), terms);
  return (
    <section aria-label="Review" className="card grid gap-5 self-start lg:sticky lg:top-6">
      <dl>
        {lines.map((line) => (
          <Line key={line.name} line={amount === undefined ? { ...line, value: '–' } : line} />
        ))}
      </dl>
      <ChargeFormProblem form={form} />
      <Button type="submit" variant="primary" busy={form.state === 'sending'}>
        Create charge
      </Button>
      <p className="text-sm text-muted">Nothing is taken yet. You get a link to send to your customer.</p>
    </section>
  );
}

const netLook = 'border-t border-line pt-2 mt-2 font-heading';

function Line({ line }: { readonly line: BreakdownLine }): ReactNode {
  return (
    <div className={`flex items-center justify-between gap-4 ${line.name === 'net' ? netLook : ''}`}>
      <dt>
        <Explained term={line.label} explanation={line.explanation} />
      </dt>
      <dd className={`text-right whitespace-nowrap tabular-nums ${line.name === 'net' ? 'text-xl' : ''}`}>
        {line.value}
      </dd>
    </div>
  );
}
