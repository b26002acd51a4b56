import type { ReactNode } from 'react';
import { CopyButton } from './copy-button.tsx';

/** Names a request to whoever helps the reader: to read, to select and to copy. Nothing where there was no answer. */
export function RequestId({ id }: { readonly id: string | undefined }): ReactNode {
  if (id === undefined) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
      <span>
        Request <code className="break-all select-all">{id}</code>
      </span>
      <CopyButton text={id} label="Copy request id" />
    </div>
  );
}
