import { loadOperatorConfig, type OperatorConfig } from './config.ts';
import { type Database, openDatabase, runningPostgres } from './database/index.ts';
import { startProblem } from './start-problem.ts';

/**
 * Runs a program of the operator beside the server, on its database. What keeps it from working is said on standard error,
 * and the exit code is 1.
 */
export async function runOperatorProgram(
  work: (database: Database, config: OperatorConfig) => Promise<void>,
): Promise<void> {
  try {
    const config = loadOperatorConfig(process.env);
    const { url, dataDir } = config.database;
    const database = openDatabase(url ?? (await runningPostgres(dataDir)), { maxConnections: 1 });
    try {
      await work(database, config);
    } finally {
      await database.close();
    }
  } catch (error) {
    process.stderr.write(`${startProblem(error)}\n`);
    process.exitCode = 1;
  }
}
