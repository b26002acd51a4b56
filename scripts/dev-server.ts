import { join } from 'node:path';
import { answering, type Child, startChild } from './child-process.ts';

const web = join(import.meta.dirname, '../apps/web');

/** Starts Vite, which reloads the browser part as it changes and sends API calls on to the server. */
export async function startDevServer(port: number, appPort: number): Promise<Child> {
  const args = [join(web, 'node_modules/vite/bin/vite.js'), '--port', String(port), '--strictPort'];
  const vite = startChild(args, {
    env: { ...process.env, SERVER_URL: `http://localhost:${appPort}` },
    cwd: web,
    onOutput: (text) => {
      process.stdout.write(text);
    },
  });
  await answering(`http://localhost:${port}/`, vite);
  return vite;
}
