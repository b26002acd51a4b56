import type { ComponentProps, MouseEvent, ReactNode } from 'react';

export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger';

const looks: Readonly<Record<ButtonVariant, string>> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  plain: 'border border-line-strong bg-surface text-ink hover:bg-hover',
  quiet: 'text-muted hover:bg-hover hover:text-ink',
  danger: 'bg-danger text-on-danger hover:bg-danger-strong',
};

/** Returns the classes of a button, for links that look like one. */
export function buttonLook(variant: ButtonVariant): string {
  return `inline-flex min-h-10 items-center justify-center gap-2 rounded-md px-4 font-heading transition-colors ${looks[variant]}`;
}

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  readonly variant?: ButtonVariant;
  /** What was asked for is on its way: the button stays where it is and cannot be pressed again. */
  readonly busy?: boolean;
  /** Why it can be seen and not be pressed. */
  readonly off?: string | undefined;
}

export function Button({
  variant = 'plain',
  busy = false,
  off,
  type = 'button',
  onClick,
  children,
  ...button
}: ButtonProps): ReactNode {
  // Not `disabled`: that would drop the focus. A form that is sent with Enter presses its button, too.
  const press = (event: MouseEvent<HTMLButtonElement>): void => {
    if (busy || off !== undefined) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...button}
      type={type}
      aria-busy={busy}
      aria-disabled={busy || off !== undefined}
      {...(off !== undefined && { title: off })}
      className={buttonLook(variant)}
      onClick={press}
    >
      {children}
    </button>
  );
}
