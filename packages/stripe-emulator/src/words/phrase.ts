/** A sentence with something else than text in it, for example an amount or a link. */
export type Phrase<Part> = readonly (Part | string)[];

/** Writes a sentence around its parts: each language puts them where it has them. */
export function phrase<Part>(texts: TemplateStringsArray, ...parts: readonly Part[]): Phrase<Part> {
  const pieces = texts.flatMap((text, index) => [text, ...parts.slice(index, index + 1)]);
  return pieces.filter((piece) => piece !== '');
}
