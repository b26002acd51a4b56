/**
 * The operator's program that says who of the platform may sign in at /support, with the settings of the server. Whoever
 * is locked out is so at their next request; the server need not start again.
 */
import { loadConfig } from './config.ts';
import { migrate, openDatabase, runningPostgres } from './database/index.ts';
import { runStaffCommand, UsageError } from './staff/index.ts';
import { startProblem } from './start-problem.ts';

try {
  const config = loadConfig(process.env);
  const url = config.database.url ?? (await runningPostgres(config.database.dataDir));
  await migrate(url);
  const database = openDatabase(url, { maxConnections: 1 });
  const said = await runStaffCommand({ config, database, now: () => new Date() }, process.argv.slice(2));
  await database.close();
  process.stdout.write(`${said}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof UsageError ? error.message : startProblem(error)}\n`);
  process.exitCode = 1;
}
