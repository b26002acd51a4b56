import type { ComponentChildren } from 'preact';
import type { Onboarding } from '../../../frame-data.ts';
import { useFrame } from '../frame-context.ts';

/** What the seller agrees to by submitting: the platform's own papers where it has set them. */
export function Terms({ terms, platform }: { terms: NonNullable<Onboarding['terms']>; platform: string }) {
  const { values, words } = useFrame();
  const says = words.account.terms;
  const url = terms === 'full' ? values['fullTermsOfServiceUrl'] : values['recipientTermsOfServiceUrl'];
  const agreed = <Paper url={url} name={says[terms]} ofEmulator={says.ofEmulator[terms]} />;
  const privacy = <Paper url={values['privacyPolicyUrl']} name={says.privacy} ofEmulator={says.ofEmulator.privacy} />;
  return <p class="secondary">{says.agree<ComponentChildren>(agreed, platform, privacy)}</p>;
}

type PaperProps = { readonly url: unknown; readonly name: string; readonly ofEmulator: string };

/** Without a paper of the platform there is none: the emulator has nothing that anybody could agree to. */
function Paper({ url, name, ofEmulator }: PaperProps) {
  if (!isWebAddress(url)) return <>{ofEmulator}</>;
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {name}
    </a>
  );
}

function isWebAddress(url: unknown): url is string {
  return typeof url === 'string' && /^https?:$/.test(URL.parse(url)?.protocol ?? '');
}
