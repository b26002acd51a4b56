/** The server's program: reads the configuration, listens, and stops gracefully. */
import { buildApp } from './app.ts';
import { type Config, loadConfig } from './config.ts';
import { type Database, migrate, openDatabase, type Postgres, requireMode, startPostgres } from './database/index.ts';
import { startProblem } from './start-problem.ts';

/** Whoever stops us may kill us after ten seconds; PostgreSQL must have been told before. */
const stopDeadlineMs = 9500;

const running: (() => Promise<void>)[] = [];
let stopping: Promise<void> | undefined;

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(0));

try {
  await start(loadConfig(process.env));
} catch (error) {
  if (stopping === undefined) {
    process.stderr.write(`${startProblem(error)}\n`);
    await stop(1);
  }
}

async function start(config: Config): Promise<void> {
  const database = await openOwnDatabase(config);
  const app = await buildApp({ config, database });
  running.push(() => app.close());
  await app.listen({ host: config.http.host, port: config.http.port });
  app.log.info({ mode: config.mode, publicUrl: config.http.publicUrl }, 'ready');
}

async function openOwnDatabase(config: Config): Promise<Database> {
  const url = config.database.url ?? (await startOwnPostgres(config.database.dataDir));
  await migrate(url);
  const database = openDatabase(url);
  running.push(() => database.close());
  await requireMode(database, config.mode);
  return database;
}

async function startOwnPostgres(dataDir: string): Promise<string> {
  const postgres = await startPostgres({ dataDir });
  running.push(() => postgres.stop());
  void endWith(postgres);
  return postgres.url;
}

/** Without PostgreSQL nothing can be answered: whoever started us starts both again. */
async function endWith({ failed }: Postgres): Promise<void> {
  process.stderr.write(`PostgreSQL ended by itself. Its last words:\n${await failed}\n`);
  await stop(1);
}

/** Stops what runs, the last first, and ends; a second call waits for the first. */
async function stop(code: number): Promise<void> {
  stopping ??= stopAll();
  await stopping;
  process.exit(code);
}

async function stopAll(): Promise<void> {
  setTimeout(() => process.exit(1), stopDeadlineMs).unref();
  for (const stopPart of running.toReversed()) await stopPart();
}
