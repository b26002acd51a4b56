import { type ReactNode, useEffect, useState } from 'react';
import { Button } from './button.tsx';

const SHOWN_MS = 2_000;

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
}

/** Copies a text and says so where the eye is, for a moment. */
export function CopyButton({ text, label }: CopyButtonProps): ReactNode {
  const [said, setSaid] = useState<'copied' | 'refused'>();
  useEffect(() => {
    if (said === undefined) return undefined;
    const timer = setTimeout(() => setSaid(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setSaid('copied'),
      () => setSaid('refused'),
    );
  };
  return (
    <Button onClick={copy}>
      <span aria-live="polite">{said === undefined ? label : wordsOf[said]}</span>
    </Button>
  );
}

const wordsOf = { copied: 'Copied', refused: 'Select and copy it' };
