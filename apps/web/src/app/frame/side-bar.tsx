import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { pageConfig } from '../../lib/early-start.ts';
import { buttonLook } from '../../ui/button.tsx';
import { PlatformMark } from '../../ui/platform-mark.tsx';
import { paths } from '../paths.ts';
import { Icon } from './icons.tsx';
import { ModeBanner } from './mode-badge.tsx';
import { navigation, type Section } from './navigation.ts';
import { TodoMark } from './todo-mark.tsx';

/** The navigation on a wide screen. */
export function SideBar({ current }: { readonly current: Section | undefined }): ReactNode {
  const { name } = pageConfig().platform;
  return (
    <div className="sticky top-[var(--above,0px)] hidden h-[calc(100dvh-var(--above,0px))] w-60 shrink-0 flex-col gap-6 border-r border-line px-3 py-5 md:flex">
      <p className="flex min-h-8 items-center gap-3 px-3 text-lg font-heading">
        <PlatformMark name={name} />
        <span className="truncate">{name}</span>
      </p>
      <nav aria-label="Main" className="grid gap-1">
        {navigation.map(({ section, label, href }) => (
          <Link
            key={section}
            href={href}
            aria-current={section === current ? 'page' : undefined}
            className={`flex min-h-10 items-center gap-3 rounded-md px-3 transition-colors ${section === current ? 'bg-accent-surface font-heading text-accent-ink' : 'text-muted hover:bg-hover hover:text-ink'}`}
          >
            <Icon name={section} />
            {label}
            {section === 'account' ? <TodoMark /> : null}
          </Link>
        ))}
        <Link
          href={paths.newCharge}
          aria-current={current === 'new-charge' ? 'page' : undefined}
          className={`mt-4 ${buttonLook('plain')}`}
        >
          <Icon name="plus" />
          New charge
        </Link>
      </nav>
      <div className="mt-auto">
        <ModeBanner />
      </div>
    </div>
  );
}
