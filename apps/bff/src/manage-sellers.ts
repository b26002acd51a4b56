/** The operator's program that says which sellers are test sellers. */
import { runOperatorProgram } from './operator-program.ts';
import { runSellersCommand } from './sellers/index.ts';

await runOperatorProgram(async (database) => {
  const said = await runSellersCommand({ database, now: () => new Date() }, process.argv.slice(2));
  process.stdout.write(`${said}\n`);
});
