/** Somebody of support, for whoever tries the product: added as the operator adds people. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Stack } from './stack.ts';

const demoStaff = { email: 'sam@sellerdesk.example', name: 'Sam Ortega' };
const program = join(import.meta.dirname, '../apps/bff/src/manage-staff.ts');

/** Returns where they begin: a fresh set-up link until one was used, and then the sign-in page. */
export async function demoStaffUrl({ appUrl, dataDir }: Pick<Stack, 'appUrl' | 'dataDir'>): Promise<string> {
  const { email, name } = demoStaff;
  const staff = async (...args: string[]): Promise<string> => {
    const env = { ...process.env, DATA_DIR: dataDir, PUBLIC_URL: appUrl };
    const { stdout } = await promisify(execFile)(process.execPath, [program, ...args], { env });
    return stdout;
  };
  const known = (await staff('list')).split('\n').find((line) => line.startsWith(`${email}\t`));
  if (known?.endsWith('\tactive') === true) return `${appUrl}/support   (as ${email})`;
  const said = await (known === undefined ? staff('add', email, '--name', name) : staff('reset', email));
  return said.trim().split('\n').at(-1) ?? '';
}
