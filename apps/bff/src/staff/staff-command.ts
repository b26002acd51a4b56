import { parseArgs } from 'node:util';
import type { StaffRole } from '@sellerdesk/contract';
import { addStaff, changeRole, disableStaff, resetStaff, type SetUpLink } from './manage-staff.ts';
import type { StaffParts } from './staff-parts.ts';
import { listStaff } from './staff-store.ts';

/** What was typed cannot be understood; the message says what can be. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const usage = `Usage:
  add <e-mail> --name <name> [--role support|admin]   adds somebody and prints their set-up link
  reset <e-mail>                                      prints a new set-up link; what they have open is over
  disable <e-mail>                                    locks somebody out at once
  role <e-mail> support|admin                         gives somebody another role
  list                                                lists everybody`;

/**
 * Does what an operator asks for with one command, and returns what to print.
 *
 * @throws {UsageError} when the command is none, @throws {Error} when there is nobody with this address.
 */
export async function runStaffCommand(parts: StaffParts, args: readonly string[]): Promise<string> {
  const { verb, email, role, name } = parsed(args);
  const { database, now, config } = parts;
  const link = (made: SetUpLink): string => linkText(config.http.publicUrl, email, made);
  return database.asSystem(async (sql) => {
    switch (verb) {
      case 'add': {
        const made = await addStaff(sql, { email, name, role: role ?? 'support' }, now());
        if (made === undefined) throw new Error(`Somebody of the staff has the address ${email} already.`);
        return link(made);
      }
      case 'reset':
        return link(await resetStaff(sql, email, now()));
      case 'disable':
        await disableStaff(sql, email, now());
        return `${email} is locked out.`;
      case 'role':
        if (role === undefined) throw new UsageError(usage);
        await changeRole(sql, email, role);
        return `${email} has the role ${role}.`;
      case 'list':
        return (await listStaff(sql)).map((one) => lineOf(one)).join('\n');
      case undefined:
      default:
        throw new UsageError(usage);
    }
  });
}

interface Command {
  readonly verb: string | undefined;
  readonly email: string;
  readonly role: StaffRole | undefined;
  readonly name: string;
}

function parsed(args: readonly string[]): Command {
  const options = { name: { type: 'string' }, role: { type: 'string' } } as const;
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [verb, email = '', last] = positionals;
    const role = last ?? values.role;
    const isWhole = verb === 'list' || (email.includes('@') && (verb !== 'add' || values.name !== undefined));
    if (isWhole && (role === undefined || role === 'support' || role === 'admin'))
      return { verb, email, role, name: values.name ?? '' };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new UsageError(usage);
}

function linkText(publicUrl: string, email: string, { token, expiresAt }: SetUpLink): string {
  return [
    `Send this link to ${email} and to nobody else: whoever opens it first becomes them. It is good until ${expiresAt.toISOString()}.`,
    // Behind the `#` it is in no log.
    `${publicUrl}/support/set-up#${token}`,
  ].join('\n');
}

function lineOf({ email, name, role, isSetUp, disabledAt }: Awaited<ReturnType<typeof listStaff>>[number]): string {
  const state = disabledAt === null ? (isSetUp ? 'active' : 'not set up') : `disabled ${disabledAt.toISOString()}`;
  return [email, name, role, state].join('\t');
}
