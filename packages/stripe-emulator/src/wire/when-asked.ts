/** A part of an answer that is made and sent only where it is asked for, with `expand`. */
export class WhenAsked {
  readonly make: () => unknown;

  constructor(make: () => unknown) {
    this.make = make;
  }

  /** What nobody asked for is left out of the text of an answer. */
  toJSON(): undefined {
    return undefined;
  }
}

/** Makes a part of an answer only where it is asked for. */
export function whenAsked<Part>(make: () => Part): Part {
  // On the wire it is the part, or missing: the types of the SDK say so of these fields.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return new WhenAsked(make) as Part;
}
