import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const home = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'packed-'));
// npm runs the scripts of the package with the Node that runs this.
const env = { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}` };
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('packed, installed without a network in an empty folder, it starts and serves everything', async () => {
  execFileSync('npm', ['pack', '--pack-destination', folder], { cwd: home, env, stdio: 'pipe' });
  const [tarball = ''] = readdirSync(folder);
  execFileSync('npm', ['install', '--offline', '--no-audit', `./${tarball}`], { cwd: folder, env, stdio: 'pipe' });
  const program = join(folder, 'node_modules', '.bin', 'stripe-emulator');
  const child = spawn(program, ['--port', '0'], { env, timeout: 20_000, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const said = await new Promise<string>((resolve) => child.stdout.once('data', (data) => resolve(String(data))));
  const url = /http:\S+/u.exec(said)?.[0] ?? '';
  const key = /sk_test_\w+/u.exec(said)?.[0] ?? '';

  const balance = await fetch(`${url}/v1/balance`, { headers: { authorization: `Bearer ${key}` } });
  expect([balance.status, balance.headers.get('stripe-emulator')]).toEqual([200, 'true']);
  for (const path of ['/v1.0/connect.js', '/v1.0/frames/assets/frame.js', '/hosted/hosted.css'])
    expect([path, (await fetch(url + path)).status]).toEqual([path, 200]);
  const live = await fetch(`${url}/v1/balance`, { headers: { authorization: 'Bearer sk_live_51abcdefghijklmnop' } });
  expect(live.status).toBe(401);

  child.kill();
  expect(await ended).toBe(0);
}, 60_000);
