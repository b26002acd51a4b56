import { buildApp } from '../app.ts';
import type { BareTestApp } from './bare-test-app.ts';
import { createTestBrowser, type TestBrowser } from './test-browser.ts';

/** Another instance of the server, on the same database. */
export interface SecondInstance {
  /** Returns a browser that goes to this instance, with the cookies of one that went to the other. */
  withCookiesOf(browser: TestBrowser): TestBrowser;
  close(): Promise<void>;
}

/** Starts another instance beside a test's own. */
export async function startSecondInstance(server: BareTestApp, now?: () => Date): Promise<SecondInstance> {
  const database = server.database.openAgain();
  const app = await buildApp({
    config: server.config,
    database,
    logStream: { write: () => undefined },
    ...(now && { now }),
  });
  await app.ready();
  return {
    withCookiesOf: ({ cookies }) => {
      const browser = createTestBrowser(app);
      for (const [name, value] of cookies) browser.cookies.set(name, value);
      return browser;
    },
    close: async () => {
      await app.close();
      await database.close();
    },
  };
}
