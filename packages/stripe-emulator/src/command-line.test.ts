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

test('what it does not know is refused with the help', () => {
  expect(readCommandLine(['--bogus'])).toMatchObject({
    kind: 'refusal',
    words: expect.stringMatching(/'--bogus'[^]*--port/u),
  });
  expect(readCommandLine(['--port'])).toMatchObject({ kind: 'refusal' });
});

test('it can be found elsewhere, and pages of other origins may embed components', () => {
  const args = ['--url', 'https://stripe.internal', '--embedder', 'http://shop.test:3000', '--embedder=https://b.test'];
  expect(readCommandLine(args)).toMatchObject({
    url: 'https://stripe.internal',
    embedders: ['http://shop.test:3000', 'https://b.test'],
  });
});

test.each([
  '--url=stripe.internal:4242',
  '--url=https://stripe.internal/api',
  '--embedder=*',
  '--embedder=https://shop.test; script-src *',
])('%s is no origin', (arg) => {
  expect(readCommandLine([arg])).toMatchObject({ kind: 'refusal', words: expect.stringContaining('no origin') });
});

test('who lets others in and does not say where they find it is told so', () => {
  const exposed = ['--host', '0.0.0.0', '--expose'];
  expect(readCommandLine(exposed)).toMatchObject({ warning: expect.stringContaining('--url') });
  expect(readCommandLine([...exposed, '--url', 'http://stripe.internal:4242'])).toMatchObject({
    warning: expect.not.stringContaining('--url'),
  });
});

test('a seed is any word', () => {
  expect(readCommandLine(['--seed', 'bread'])).toMatchObject({ kind: 'start', seed: 'bread' });
});

test('a restricted key is asked for by its permissions', () => {
  expect(readCommandLine(['--restricted-key', 'rak_charge_read,rak_payout_write'])).toMatchObject({
    restrictedKey: ['rak_charge_read', 'rak_payout_write'],
  });
});
