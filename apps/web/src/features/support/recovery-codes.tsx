import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { paths } from '../../app/paths.ts';
import { EntryFrame } from '../../lib/entry-frame.tsx';
import { buttonLook } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';

/** The recovery codes, this once, and the way on. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }): ReactNode {
  const list = useRef<HTMLElement>(null);
  // The form that had the focus is gone.
  useEffect(() => list.current?.focus(), []);
  const text = codes.join('\n');
  return (
    <EntryFrame title="Keep these codes" footer="Sign in with your password and the next code of your app.">
      <section ref={list} tabIndex={-1} aria-label="Recovery codes" className="grid gap-4">
        <p className="text-lg text-muted">
          Each lets you in once when your phone is not at hand. They are shown only now: put them where your passwords
          are.
        </p>
        <ul className="card grid grid-cols-2 gap-x-6 gap-y-2 tabular-nums">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <div className="grid grid-cols-2 gap-2">
          <CopyButton text={text} label="Copy all" />
          <a
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${text}\n`)}`}
            download="recovery-codes.txt"
            className={buttonLook('plain')}
          >
            Download
          </a>
        </div>
        <Link href={paths.supportSignIn} className={buttonLook('primary')}>
          I have them: sign in
        </Link>
      </section>
    </EntryFrame>
  );
}
