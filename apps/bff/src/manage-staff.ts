/**
 * The operator's program that says who of the platform may sign in at /support. Whoever is locked out is so at their next
 * request; the server need not start again.
 */
import { runOperatorProgram } from './operator-program.ts';
import { runStaffCommand } from './staff/index.ts';

await runOperatorProgram(async (database, { publicUrl }) => {
  const said = await runStaffCommand({ database, publicUrl, now: () => new Date() }, process.argv.slice(2));
  process.stdout.write(`${said}\n`);
});
