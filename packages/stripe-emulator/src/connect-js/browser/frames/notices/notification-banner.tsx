import { useEffect } from 'preact/hooks';
import type { Notice } from '../../../frame-data.ts';
import { ApiFailure } from '../frame-api.ts';
import { noticeInWords } from '../../../in-words.ts';
import { useFrame } from '../frame-context.ts';
import { Icon } from '../ui/icon.tsx';
import { Moment } from '../ui/moment.tsx';
import { useFresh } from '../use-fresh.ts';
import { useLoaded } from '../use-loaded.ts';

/** What Stripe wants from the seller. Takes no room at all while there is nothing. */
export function NotificationBanner() {
  const { conversation, words } = useFrame();
  const { loaded, refresh } = useLoaded('notices');
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
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function NoticeCard({ notice }: { notice: Notice }) {
  const { api, conversation, words } = useFrame();
  const { account } = words;

  async function provide(): Promise<void> {
    try {
      const { url } = await api.post<{ url: string }>('onboarding-link');
      window.open(url, 'stripe-emulator-onboarding', 'popup,width=560,height=820');
    } catch (cause) {
      if (!(cause instanceof ApiFailure)) throw cause;
      conversation.say({ kind: 'load-error', error: { type: cause.type, message: cause.message } });
    }
  }

  return (
    <div class={`notice ${notice.tone}`}>
      <Icon name="warning" />
      <div>
        <strong>{account.notices.kinds[notice.kind].title}</strong>
        <p>
          {noticeInWords(notice, words)}
          {notice.dueUnix !== null && <> {account.notices.dueBy(<Moment unix={notice.dueUnix} day />)}</>}
        </p>
      </div>
      {notice.wants && (
        <button type="button" class="primary" onClick={() => void provide()}>
          {notice.wants === 'bank' ? account.notices.updateBank : account.provide}
        </button>
      )}
    </div>
  );
}
