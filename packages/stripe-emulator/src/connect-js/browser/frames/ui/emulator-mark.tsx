import { useWords } from '../frame-context.ts';

/** Says on every frame that this is not Stripe. */
export function EmulatorMark() {
  return <p class="mark">{useWords().common.mark}</p>;
}
