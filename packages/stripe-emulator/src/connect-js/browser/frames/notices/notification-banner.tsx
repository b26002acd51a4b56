import { useEffect, useState } from 'preact/hooks';
import type { Notice } from '../../../frame-data.ts';
import { ApiFailure } from '../frame-api.ts';
import { useFrame } from '../frame-context.ts';
import { collectionQuery } from '../onboarding/collection-query.ts';
import { openWindow } from '../open-window.ts';
import { useFresh } from '../use-fresh.ts';
import { useLoaded } from '../use-loaded.ts';
import { NoticeText } from './notice-text.tsx';

/** What Stripe wants from the seller. Takes no room at all while there is nothing. */
export function NotificationBanner() {
  const { conversation, values, words } = useFrame();
  const query = collectionQuery(values);
  const { loaded, refresh } = useLoaded('notices', { query });
  useFresh(() => void refresh());
  const notices = loaded.state === 'ready' ? loaded.data.notices : undefined;
  const total = notices?.length;
  const actionRequired = notices?.filter((notice) => notice.wants !== null).length;

  useEffect(() => {
    if (total !== undefined) conversation.call('OnNotificationsChange', { total, actionRequired });
  }, [conversation, total, actionRequired]);

  if (!notices || notices.length === 0) return null;
  return (
    <section class="notices" aria-label={words.account.notices.label}>
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} query={query} />
      ))}
    </section>
  );
}

function NoticeCard({ notice, query }: { notice: Notice; query: string }) {
  const { api, conversation, words } = useFrame();
  const [blocked, setBlocked] = useState<string>();

  async function provide(): Promise<void> {
    try {
      const { url } = await api.post<{ url: string }>(`onboarding-link?${query}`);
      const opened = openWindow(url, 'stripe-emulator-onboarding', 'popup,width=560,height=820');
      setBlocked(opened === null ? url : undefined);
    } catch (cause) {
      if (!(cause instanceof ApiFailure)) throw cause;
      conversation.say({ kind: 'load-error', error: { type: cause.type, message: cause.message } });
    }
  }

  return (
    <NoticeText notice={notice}>
      {blocked !== undefined && (
        <a href={blocked} target="_blank" rel="noreferrer">
          {words.account.notices.openElsewhere}
        </a>
      )}
      {notice.wants && blocked === undefined && (
        <button type="button" class="primary" onClick={() => void provide()}>
          {notice.wants === 'bank' ? words.account.notices.updateBank : words.account.provide}
        </button>
      )}
    </NoticeText>
  );
}
