import { createHash, randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Where everything comes from that nobody chose. */
export type Random = (bytes: number) => Uint8Array;

/** A world, as far as ids are concerned. */
interface Chance {
  readonly random: Random;
}

/** Returns chance itself, or, with a seed, bytes that come the same again for the same questions in the same order. */
export function createRandom(seed?: string): Random {
  if (seed === undefined) return randomBytes;
  let asked = 0;
  return (bytes) => {
    const blocks: Buffer[] = [];
    for (let length = 0; length < bytes; length += 32) {
      blocks.push(createHash('sha256').update(`${seed} ${asked}`).digest());
      asked += 1;
    }
    return Buffer.concat(blocks).subarray(0, bytes);
  };
}

/** Writes letters and digits by chance. */
export function textOf(random: Random, length: number): string {
  return Array.from(random(length), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** Returns random letters and digits. */
export function randomText({ random }: Chance, length: number): string {
  return textOf(random, length);
}

/** Returns a new id in Stripe's form, for example `ch_1…`. */
export function newId(world: Chance, prefix: string): string {
  return `${prefix}_1${randomText(world, prefix === 'acct' ? 15 : 23)}`;
}
