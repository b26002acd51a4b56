import { lazy, type ReactNode, Suspense } from 'react';
import { buttonLook } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { inputLook } from '../../ui/field.tsx';
import { ShareButton } from './share-button.tsx';

const QrCode = lazy(async () => ({ default: (await import('../../ui/qr-code.tsx')).QrCode }));

interface LinkPanelProps {
  readonly link: string;
  /** What the link is called where it is shared. */
  readonly title: string;
}

/** Every way to get the link to the customer: scan it here, copy it, share it, or open it on this very screen. */
export function LinkPanel({ link, title }: LinkPanelProps): ReactNode {
  return (
    <section aria-label="Payment link" className="card grid gap-4">
      <Suspense fallback={<div className="skeleton mx-auto aspect-square w-full max-w-60" />}>
        <QrCode link={link} label="QR code of the payment link" />
      </Suspense>
      <p className="text-center text-muted">Scan to pay, or send the link.</p>
      <input
        readOnly
        aria-label="Link for your customer"
        className={inputLook}
        value={link}
        onFocus={(event) => event.target.select()}
      />
      <div className="grid grid-cols-2 gap-2">
        <CopyButton text={link} label="Copy link" />
        <ShareButton link={link} title={title} />
        <a href={link} target="_blank" rel="noreferrer" className={buttonLook('plain')}>
          Open
        </a>
      </div>
    </section>
  );
}
