import type { PastSupportView } from '@sellerdesk/contract';
import type { ReactNode } from 'react';
import { Moment } from '../../ui/moment.tsx';
import { endedWords } from './ended-words.ts';
import { lookedAtWords } from './looked-at-words.ts';

/** A look that is over. */
type PastLook = PastSupportView & { readonly endedAt: string };

/** Those of them that are over. */
export function pastOf(views: readonly PastSupportView[]): readonly PastLook[] {
  return views.filter((view): view is PastLook => view.endedAt !== null);
}

/** Who looked before: when, how long, why, at what, and how it ended. */
export function PastLooks({ views }: { readonly views: readonly PastLook[] }): ReactNode {
  return (
    <ul aria-labelledby="past-looks" className="grid">
      {views.map((view) => (
        <li
          key={view.supportViewId}
          className="grid gap-1 border-t border-line py-4 first:border-t-0 first:pt-0 last:pb-0"
        >
          <Look view={view} />
        </li>
      ))}
    </ul>
  );
}

function Look({ view }: { readonly view: PastLook }): ReactNode {
  const { staffName, reason, ticket, startedAt, endedAt, endedBy, lookedAt } = view;
  const words = lookedAt.flatMap(({ operation }) => lookedAtWords[operation] ?? []);
  return (
    <>
      <p className="flex flex-wrap justify-between gap-x-4">
        <span className="font-heading">{staffName}</span>
        <span className="text-muted">
          <Moment at={startedAt} /> · {lengthOf(startedAt, endedAt)}
        </span>
      </p>
      <p>
        “{reason}”{ticket === null ? null : <span className="text-muted"> · {ticket}</span>}
      </p>
      <p className="text-sm text-muted">
        {words.length === 0 ? 'Looked at nothing.' : `Looked at ${new Intl.ListFormat('en').format(words)}.`}
        {endedBy === null ? null : ` ${endedWords[endedBy]}.`}
      </p>
    </>
  );
}

/** Returns how long somebody looked, in words. */
export function lengthOf(startedAt: string, endedAt: string): string {
  const minutes = Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 60_000);
  if (minutes < 1) return 'less than a minute';
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
