import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/button.tsx';

interface ShareButtonProps {
  readonly title: string;
  readonly link: string;
}

/** Hands the link to the device's own share sheet, where there is one. */
export function ShareButton({ title, link }: ShareButtonProps): ReactNode {
  const [refused, setRefused] = useState(false);
  if (!('share' in navigator) || refused) return null;
  const share = (): void => {
    navigator.share({ title, url: link }).catch((error: unknown) => {
      // Closing the sheet is an answer, not a failure; anything else means that there is nothing to share with.
      if (!(error instanceof DOMException && error.name === 'AbortError')) setRefused(true);
    });
  };
  return <Button onClick={share}>Share</Button>;
}
