import type { ComponentChildren } from 'preact';
import type { Notice } from '../../../frame-data.ts';
import { Icon } from '../ui/icon.tsx';
import { Moment } from '../ui/moment.tsx';

type NoticeTextProps = {
  readonly notice: Notice;
  /** What can be done about it. */
  readonly children?: ComponentChildren;
};

/** What Stripe tells the seller of their account. */
export function NoticeText({ notice, children }: NoticeTextProps) {
  return (
    <div class={`notice ${notice.tone}`}>
      <Icon name="warning" />
      <div>
        <strong>{notice.title}</strong>
        <p>
          {notice.text}
          {notice.dueUnix !== null && (
            <>
              {' '}
              Due by <Moment unix={notice.dueUnix} day />.
            </>
          )}
        </p>
      </div>
      {children}
    </div>
  );
}
