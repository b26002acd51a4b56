import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { paths } from '../paths.ts';
import { Icon } from './icons.tsx';
import { navigation, type NavigationItem, type Section } from './navigation.ts';
import { TodoMark } from './todo-mark.tsx';

/** The navigation on a phone: five, within reach of a thumb, with what is done most in the middle. */
export function BottomBar({ current }: { readonly current: Section | undefined }): ReactNode {
  const item = ({ section, label, href }: NavigationItem): ReactNode => (
    <Link
      key={section}
      href={href}
      aria-current={section === current ? 'page' : undefined}
      className={`relative grid min-h-14 content-center justify-items-center gap-0.5 text-sm ${section === current ? 'font-heading text-accent-ink' : 'text-muted'}`}
    >
      <Icon name={section} />
      {label}
      {section === 'account' ? <TodoMark /> : null}
    </Link>
  );
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-20 grid grid-cols-5 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {navigation.slice(0, 2).map(item)}
      <Link
        href={paths.newCharge}
        aria-label="New charge"
        aria-current={current === 'new-charge' ? 'page' : undefined}
        className="grid place-content-center"
      >
        <span className="grid size-10 place-content-center rounded-full bg-accent text-on-accent">
          <Icon name="plus" />
        </span>
      </Link>
      {navigation.slice(2).map(item)}
    </nav>
  );
}
