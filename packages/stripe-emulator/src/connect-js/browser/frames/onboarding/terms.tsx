import type { ComponentChildren } from 'preact';
import type { Onboarding } from '../../../frame-data.ts';
import { useFrame } from '../frame-context.ts';

/** What the seller agrees to by submitting: the platform's own papers where it has set them. */
export function Terms({ terms, platform }: { terms: NonNullable<Onboarding['terms']>; platform: string }) {
  const { values } = useFrame();
  const [url, name] =
    terms === 'full'
      ? [values['fullTermsOfServiceUrl'], 'terms of service']
      : [values['recipientTermsOfServiceUrl'], 'terms of service for recipients'];
  return (
    <p class="secondary">
      By submitting you agree to the <Paper url={url}>{name}</Paper>. {platform} and Stripe share what you entered, as
      the <Paper url={values['privacyPolicyUrl']}>privacy policy</Paper> says.
    </p>
  );
}

/** Without a paper of the platform there is none: the emulator has nothing that anybody could agree to. */
function Paper({ url, children }: { url: unknown; children: ComponentChildren }) {
  if (!isWebAddress(url)) return <>test {children} of this emulator</>;
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}

function isWebAddress(url: unknown): url is string {
  return typeof url === 'string' && /^https?:$/.test(URL.parse(url)?.protocol ?? '');
}
