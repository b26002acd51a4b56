import { parseArgs } from 'node:util';
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
      readonly seed?: string;
      /** Permissions of a restricted key that is wanted, by Stripe's names. */
      readonly restrictedKey?: readonly string[];
    };

export const HELP = `stripe-emulator [--port 4242] [--database file] [--host 127.0.0.1 [--expose]]
                [--restricted-key permissions] [--seed word]

  --port      where it listens; 0 lets the system choose
  --database  a file that keeps the world over restarts; without it everything is in memory
  --host      the address it listens on; any but this machine's own needs --expose as well
  --restricted-key
              prints a key with these permissions only: rak_account_session_write,rak_charge_read
  --seed      the same calls in the same order have the same ids again
`;

/** Reads the command line. Nobody but this machine is let in unless that was said twice. */
export function readCommandLine(args: readonly string[]): Wish {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '4242' },
      host: { type: 'string', default: '127.0.0.1' },
      database: { type: 'string', default: ':memory:' },
      expose: { type: 'boolean', default: false },
      'restricted-key': { type: 'string' },
      seed: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const { host, database, expose, seed } = values;
  const port = Number(values.port);
  if (values.help) return { kind: 'help' };
  if (!/^\d{1,5}$/u.test(values.port) || port > 65_535)
    return { kind: 'refusal', words: `--port ${values.port} is no port: it is a number from 0 to 65535.` };
  const permissions = values['restricted-key']?.split(',').filter((name) => name !== '');
  const start = { kind: 'start', host, port, database, ...given({ seed, restrictedKey: permissions }) } as const;
  if (isLoopback(host)) return start;
  const others = `Others can reach ${host}, and the emulator protects nothing from them`;
  return expose
    ? { ...start, warning: `${others}: use it in a network you trust.` }
    : { kind: 'refusal', words: `${others}. If that is meant, say --expose as well.` };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/u.test(host);
}
