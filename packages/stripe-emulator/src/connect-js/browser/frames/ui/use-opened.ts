import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Which form is open; while it is, its button is away, and gets the keyboard back when the form is left. */
export function useOpened<Name extends string>() {
  const [opened, setOpened] = useState<Name>();
  const lastRef = useRef<Name>(undefined);
  const buttonsRef = useRef<Partial<Record<Name, HTMLButtonElement | null>>>({});

  useEffect(() => {
    const last = lastRef.current;
    if (opened === undefined && last !== undefined) buttonsRef.current[last]?.focus();
    lastRef.current = opened;
  }, [opened]);

  return {
    opened,
    open: setOpened,
    close: () => setOpened(undefined),
    focusOpener: (name: Name) => buttonsRef.current[name]?.focus(),
    /** Marks the button that opens a form. */
    opener: (name: Name) => (button: HTMLButtonElement | null) => {
      buttonsRef.current = { ...buttonsRef.current, [name]: button };
    },
  };
}

/** Gives the keyboard to the first field of a form that has just been opened. */
export function useFirstField(): RefObject<HTMLFormElement | null> {
  const formRef = useRef<HTMLFormElement>(null);
  useEffect(() => formRef.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), []);
  return formRef;
}
