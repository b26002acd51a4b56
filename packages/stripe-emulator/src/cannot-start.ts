/** A start that cannot be, for a reason outside the emulator; its message says what to do. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
