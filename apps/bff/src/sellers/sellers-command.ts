import type { Mode } from '../config.ts';
import type { Database } from '../database/index.ts';
import { changeMode } from './change-mode.ts';

const usage = `Usage:
  mode <e-mail> test|live   makes somebody a test or a live seller, before they have an account at Stripe`;

/**
 * Does what an operator asks for with one command, and returns what to print.
 *
 * @throws {Error} when the command is none, or cannot be done.
 */
export async function runSellersCommand(
  { database, now }: { readonly database: Database; readonly now: () => Date },
  [verb, email = '', mode = '', ...more]: readonly string[],
): Promise<string> {
  if (verb !== 'mode' || !email.includes('@') || !isMode(mode) || more.length > 0) throw new Error(usage);
  await database.asSystem((sql) => changeMode(sql, email, mode, now()));
  return `${email} is a ${mode} seller.`;
}

function isMode(text: string): text is Mode {
  return text === 'test' || text === 'live';
}
