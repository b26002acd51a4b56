/** Says on every frame that this is not Stripe. */
export function EmulatorMark() {
  return <p class="mark">Stripe emulator · test</p>;
}
