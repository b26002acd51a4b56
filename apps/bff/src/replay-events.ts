/**
 * The operator's program that has events in quarantine applied again, with the settings of the server, which must be
 * running: all of them, or those whose ids or reasons are named.
 */
import { loadConfig } from './config.ts';
import { openDatabase, runningPostgres } from './database/index.ts';
import { startProblem } from './start-problem.ts';
import { replayEvents } from './webhooks/index.ts';

try {
  const { url, dataDir } = loadConfig(process.env).database;
  const database = openDatabase(url ?? (await runningPostgres(dataDir)), { maxConnections: 1 });
  const count = await replayEvents({ database, now: () => new Date() }, process.argv.slice(2));
  await database.close();
  process.stdout.write(`Events taken out of quarantine, to be applied again now: ${count}\n`);
} catch (error) {
  process.stderr.write(`${startProblem(error)}\n`);
  process.exitCode = 1;
}
