import { useFrame } from './frame-context.ts';
import { EmulatorMark } from './ui/emulator-mark.tsx';

/** Says plainly that this component exists at Stripe and not here. */
export function NotYet() {
  const { conversation } = useFrame();
  const name = conversation.start.tag.replaceAll('-', ' ');
  return (
    <section class="panel state">
      <h2>{name.charAt(0).toUpperCase() + name.slice(1)}</h2>
      <p>This component is not in the emulator yet. With Stripe keys, Stripe shows it here.</p>
      <EmulatorMark />
    </section>
  );
}
