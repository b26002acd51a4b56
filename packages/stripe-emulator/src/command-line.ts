import { parseArgs } from 'node:util';
import { isLoopback } from './hosts.ts';
import { given } from './wire/given.ts';

/** What the command line asks for. */
export type Wish =
  | { readonly kind: 'help' }
  | { readonly kind: 'refusal'; readonly words: string }
  | {
      readonly kind: 'start';
      readonly host: string;
      readonly port: number;
      readonly database: string;
      readonly warning?: string;
      /** Where others find it. */
      readonly url?: string;
      /** Origins of pages that may embed components. */
      readonly embedders?: readonly string[];
      readonly seed?: string;
      /** Permissions of a restricted key that is wanted, by Stripe's names. */
      readonly restrictedKey?: readonly string[];
    };

export const HELP = `stripe-emulator [--port 4242] [--database file] [--host 127.0.0.1 [--expose]]
                [--url address] [--embedder origin] [--restricted-key permissions] [--seed word]

  --port      where it listens; 0 lets the system choose
  --database  a file that keeps the world over restarts; without it everything is in memory
  --host      the address it listens on; any but this machine's own needs --expose as well
  --url       where others find it, when that is elsewhere: http://stripe.internal:4242
  --embedder  pages of this origin may embed components, besides those of this machine; may be said several times
  --restricted-key
              prints a key with these permissions only: rak_account_session_write,rak_charge_read
  --seed      the same calls in the same order have the same ids again
`;

/** Reads the command line. Nobody but this machine is let in unless that was said twice. */
export function readCommandLine(args: readonly string[]): Wish {
  try {
    return wishOf(parse(args).values);
  } catch (error) {
    // `parseArgs` throws a TypeError for what it cannot read.
    if (!(error instanceof TypeError)) throw error;
    return { kind: 'refusal', words: `${error.message}\n\n${HELP}` };
  }
}

function wishOf({ help, port, host, database, expose, url, embedder, seed, ...rest }: Values): Wish {
  if (help) return { kind: 'help' };
  if (!/^\d{1,5}$/u.test(port) || Number(port) > 65_535)
    return { kind: 'refusal', words: `--port ${port} is no port: it is a number from 0 to 65535.` };
  const wrong = [url ?? [], embedder ?? []].flat().find((text) => !isOrigin(text));
  if (wrong !== undefined)
    return { kind: 'refusal', words: `${wrong} is no origin: one is http://stripe.internal:4242, without a path.` };
  const restrictedKey = rest['restricted-key']?.split(',').filter((name) => name !== '');
  const wish = given({ url, embedders: embedder, seed, restrictedKey });
  const start = { kind: 'start', host, port: Number(port), database, ...wish } as const;
  if (isLoopback(host)) return start;
  const others = `Others can reach ${host}, and the emulator protects nothing from them`;
  return expose
    ? { ...start, warning: `${others}: use it in a network you trust.${url === undefined ? NOWHERE : ''}` }
    : { kind: 'refusal', words: `${others}. If that is meant, say --expose as well.` };
}

const NOWHERE = ' The addresses that it hands out lead to 127.0.0.1; say --url as well where others follow them.';

/** Tells whether a text is an origin, such as `https://shop.example`, and nothing more. */
function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/u.test(new URL(text).protocol) && new URL(text).origin === text;
}

/** A mistake in how an option is written is told in Node's own words. */
function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '4242' },
      host: { type: 'string', default: '127.0.0.1' },
      database: { type: 'string', default: ':memory:' },
      expose: { type: 'boolean', default: false },
      url: { type: 'string' },
      embedder: { type: 'string', multiple: true },
      'restricted-key': { type: 'string' },
      seed: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
}

type Values = ReturnType<typeof parse>['values'];
