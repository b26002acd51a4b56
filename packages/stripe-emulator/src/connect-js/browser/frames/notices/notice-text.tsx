import type { ComponentChildren } from 'preact';
import type { Notice } from '../../../frame-data.ts';
import { noticeInWords } from '../../../in-words.ts';
import { useWords } from '../frame-context.ts';
import { Icon } from '../ui/icon.tsx';
import { Moment } from '../ui/moment.tsx';

type NoticeTextProps = {
  readonly notice: Notice;
  /** What can be done about it. */
  readonly children?: ComponentChildren;
};

/** What Stripe tells the seller of their account. */
export function NoticeText({ notice, children }: NoticeTextProps) {
  const words = useWords();
  const { kinds, dueBy } = words.account.notices;
  return (
    <div class={`notice ${notice.tone}`}>
      <Icon name="warning" />
      <div>
        <strong>{kinds[notice.kind].title}</strong>
        <p>
          {noticeInWords(notice, words)}
          {notice.dueUnix !== null && <> {dueBy(<Moment unix={notice.dueUnix} day />)}</>}
        </p>
      </div>
      {children}
    </div>
  );
}
