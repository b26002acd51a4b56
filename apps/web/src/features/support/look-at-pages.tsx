import type { FoundSeller } from '@sellerdesk/contract';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { LookForm } from './look-form.tsx';

/** Asks why and opens a seller's pages, or says why nobody can look at them. */
export function LookAtPages({ seller }: { readonly seller: FoundSeller }): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  // Each opening is another start; within one, however often it is sent, one view is started.
  const [startKey, setStartKey] = useState<string>();
  const cannot = whyNot(seller);
  if (cannot !== undefined) return <p className="max-w-56 text-sm text-muted">{cannot}</p>;
  const open = (): void => {
    setStartKey(crypto.randomUUID());
    dialog.current?.showModal();
  };
  return (
    <>
      <Button variant="primary" onClick={open}>
        Look at their pages
      </Button>
      <dialog
        ref={dialog}
        aria-label={`Look at the pages of ${seller.businessName}`}
        className="card m-auto w-full max-w-lg text-ink backdrop:bg-black/40"
        onClose={() => setStartKey(undefined)}
      >
        {startKey === undefined ? null : (
          <LookForm key={startKey} seller={seller} startKey={startKey} onClose={() => dialog.current?.close()} />
        )}
      </dialog>
    </>
  );
}

function whyNot({ account, supportAllowed }: FoundSeller): string | undefined {
  if (account === null) return 'There are no payments to look at yet.';
  if (account.mode === 'live') return 'Support looks at test accounts only.';
  return supportAllowed ? undefined : 'This seller lets nobody look at their pages.';
}
