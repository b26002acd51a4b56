import { allowSupportViews } from '@sellerdesk/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../lib/api.ts';
import { pageConfig } from '../../lib/early-start.ts';
import { ProblemWords } from '../../lib/problem-words.tsx';
import { submitProblemFrom } from '../../lib/submit-problem.ts';
import { Switch } from '../../ui/switch.tsx';
import { supportViewsQuery } from './support-views-query.ts';

/** Whether support may look at all. It is so at once; who looks just then is out. */
export function Consent({ isAllowed }: { readonly isAllowed: boolean }): ReactNode {
  const queries = useQueryClient();
  const changing = useMutation({
    mutationFn: (to: boolean) => api(allowSupportViews, { body: { isAllowed: to } }),
    // What is on the page counts again only once it is read again.
    onSuccess: () => queries.invalidateQueries({ queryKey: supportViewsQuery.queryKey }),
  });
  const { name } = pageConfig().platform;
  return (
    <section aria-label="Your consent" className="card grid">
      <Switch
        label={`Let ${name} support look at your pages`}
        hint="They see what you see and can change nothing. They have to say why, it ends after 30 minutes at most, and every look is listed here. Switched off, whoever looks is out at once."
        on={changing.isPending ? changing.variables : isAllowed}
        busy={changing.isPending}
        onChange={(to) => changing.mutate(to)}
      />
      <output className="block text-sm text-muted not-empty:mt-3">
        {changing.isSuccess
          ? changing.variables
            ? 'Support may look again.'
            : 'Nobody can look at your pages now.'
          : ''}
      </output>
      {changing.error === null ? null : (
        <div role="alert" className="mt-3 text-danger">
          <ProblemWords problem={submitProblemFrom(changing.error)}>Nothing was changed.</ProblemWords>
        </div>
      )}
    </section>
  );
}
