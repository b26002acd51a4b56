import { parseArgs } from 'node:util';
import type { StaffRole } from '@sellerdesk/contract';
import type { Sql } from '../database/index.ts';
import { endOver, switchSupport } from '../support/index.ts';
import { addStaff, changeRole, disableStaff, resetStaff, type SetUpLink, unlinkStaff } from './manage-staff.ts';
import type { StaffParts } from './staff-parts.ts';
import { listStaff } from './staff-store.ts';

const usage = `Usage:
  add <e-mail> --name <name> [--role support|admin]   adds somebody and prints their set-up link
  reset <e-mail>                                      prints a new set-up link; what they have open is over
  disable <e-mail>                                    locks somebody out at once
  role <e-mail> support|admin                         gives somebody another role
  unlink <e-mail>                                     forgets who somebody is at the identity provider
  list                                                lists everybody
  views on|off                                        lets staff look at sellers' pages, or nobody at anything, at once`;

interface CommandParts extends Pick<StaffParts, 'database' | 'now'> {
  readonly publicUrl: string;
}

/**
 * Does what an operator asks for with one command, and returns what to print.
 *
 * @throws {Error} when the command is none, or there is nobody with this address.
 */
export async function runStaffCommand(parts: CommandParts, args: readonly string[]): Promise<string> {
  const command = commandFrom(args);
  if (command.verb === 'views') {
    await switchSupport(parts, command.on);
    return command.on ? 'Staff may look at sellers’ pages.' : 'Nobody looks at anything.';
  }
  const said = await parts.database.asSystem((sql) => run(sql, command, parts));
  await endOver(parts);
  return said;
}

async function run(
  sql: Sql,
  command: Exclude<Command, { readonly verb: 'views' }>,
  { now, publicUrl }: CommandParts,
): Promise<string> {
  switch (command.verb) {
    case 'add': {
      const { email } = command;
      const link = await addStaff(sql, command, now());
      if (link === undefined) throw new Error(`Somebody of the staff has the address ${email} already.`);
      return linkText(publicUrl, email, link);
    }
    case 'reset':
      return linkText(publicUrl, command.email, await resetStaff(sql, command.email, now()));
    case 'disable':
      await disableStaff(sql, command.email, now());
      return `${command.email} is locked out.`;
    case 'unlink':
      return (await unlinkStaff(sql, command.email, now()))
        ? `${command.email} is known by their address again, the next time they sign in at the identity provider.`
        : `${command.email} was not known at an identity provider.`;
    case 'role':
      await changeRole(sql, command.email, command.role, now());
      return `${command.email} has the role ${command.role}.`;
    case 'list':
    default:
      return (await listStaff(sql)).map((one) => lineOf(one)).join('\n');
  }
}

type Command =
  | { readonly verb: 'add'; readonly email: string; readonly name: string; readonly role: StaffRole }
  | { readonly verb: 'role'; readonly email: string; readonly role: StaffRole }
  | { readonly verb: 'reset' | 'disable' | 'unlink'; readonly email: string }
  | { readonly verb: 'list' }
  | { readonly verb: 'views'; readonly on: boolean };

function commandFrom(args: readonly string[]): Command {
  const options = { name: { type: 'string' }, role: { type: 'string' } } as const;
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    const command = commandOf(positionals, values);
    if (command !== undefined) return command;
  } catch (error) {
    // What `parseArgs` says of options that are none.
    if (!(error instanceof TypeError)) throw error;
  }
  throw new Error(usage);
}

interface Options {
  readonly name?: string | undefined;
  readonly role?: string | undefined;
}

function commandOf([verb, about, last]: readonly string[], { name, role = 'support' }: Options): Command | undefined {
  if (verb === 'list') return { verb };
  if (verb === 'views') return about === 'on' || about === 'off' ? { verb, on: about === 'on' } : undefined;
  if (about?.includes('@') !== true) return undefined;
  if (verb === 'reset' || verb === 'disable' || verb === 'unlink') return { verb, email: about };
  if (verb === 'add') return name !== undefined && isRole(role) ? { verb, email: about, name, role } : undefined;
  return verb === 'role' && isRole(last) ? { verb, email: about, role: last } : undefined;
}

function isRole(text: string | undefined): text is StaffRole {
  return text === 'support' || text === 'admin';
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
