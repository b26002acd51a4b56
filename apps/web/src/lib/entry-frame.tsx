import type { ReactNode } from 'react';
import { pageConfig } from './early-start.ts';
import { PlatformMark } from '../ui/platform-mark.tsx';

interface EntryFrameProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The other way in. */
  readonly footer: ReactNode;
}

/** One calm column with the platform's name and mark. */
export function EntryFrame({ title, children, footer }: EntryFrameProps): ReactNode {
  const { name } = pageConfig().platform;
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-[26rem] content-center gap-8 px-6 py-12">
      <header className="grid gap-8">
        <p className="flex min-h-8 items-center gap-3 text-lg font-heading">
          <PlatformMark name={name} />
          {name}
        </p>
        <h1 className="text-2xl font-heading">{title}</h1>
      </header>
      {children}
      <footer className="text-muted">{footer}</footer>
    </main>
  );
}
