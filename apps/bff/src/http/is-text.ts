/** Says whether text can be kept: PostgreSQL takes no zero character, and half a character pair fits no address or form. */
export function isText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}
