import { expect, test } from 'vitest';
import { readCommandLine } from './command-line.ts';

test('it listens on this machine only', () => {
  expect(readCommandLine([])).toEqual({ kind: 'start', host: '127.0.0.1', port: 4242, database: ':memory:' });
});

test.each(['0.0.0.0', '192.168.1.5', '::', '127.0.0.1.evil.example'])('%s is refused unless said twice', (host) => {
  expect(readCommandLine(['--host', host])).toMatchObject({ kind: 'refusal' });
  expect(readCommandLine(['--host', host, '--expose'])).toMatchObject({
    kind: 'start',
    host,
    warning: expect.stringContaining('reach'),
  });
});

test.each(['x', '-1', '70000', ''])('the port %j is refused', (port) => {
  expect(readCommandLine([`--port=${port}`])).toMatchObject({ kind: 'refusal' });
});

test('a seed is any word', () => {
  expect(readCommandLine(['--seed', 'bread'])).toMatchObject({ kind: 'start', seed: 'bread' });
});

test('a restricted key is asked for by its permissions', () => {
  expect(readCommandLine(['--restricted-key', 'rak_charge_read,rak_payout_write'])).toMatchObject({
    restrictedKey: ['rak_charge_read', 'rak_payout_write'],
  });
});
