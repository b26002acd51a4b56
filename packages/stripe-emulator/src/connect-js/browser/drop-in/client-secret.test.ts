import { expect, it, vi } from 'vitest';
import { createClientSecret } from './client-secret.ts';

function numberedSecrets() {
  let count = 0;
  return vi.fn<() => Promise<string>>(() => Promise.resolve(`accs_secret__${++count}`));
}

it('adopts the secret that connect-js fetched eagerly', async () => {
  const fetchClientSecret = numberedSecrets();
  const secret = createClientSecret(fetchClientSecret, Promise.resolve('accs_secret__eager'));
  expect(await secret.current()).toBe('accs_secret__eager');
  expect(fetchClientSecret).not.toHaveBeenCalled();
});

it('fetches one secret when three frames were refused at the same time', async () => {
  const fetchClientSecret = numberedSecrets();
  const secret = createClientSecret(fetchClientSecret, Promise.resolve('old'));
  const replaced = await Promise.all([secret.replace('old'), secret.replace('old'), secret.replace('old')]);
  expect(replaced).toEqual(['accs_secret__1', 'accs_secret__1', 'accs_secret__1']);
  expect(fetchClientSecret).toHaveBeenCalledTimes(1);
});

it('answers a frame that was refused late with the secret already replaced', async () => {
  const fetchClientSecret = numberedSecrets();
  const secret = createClientSecret(fetchClientSecret, Promise.resolve('old'));
  await secret.replace('old');
  expect(await secret.replace('old')).toBe('accs_secret__1');
  expect(fetchClientSecret).toHaveBeenCalledTimes(1);
});

it('fetches again after the first fetch failed', async () => {
  const secret = createClientSecret(numberedSecrets(), Promise.reject(new Error('The platform is down.')));
  await expect(secret.current()).rejects.toThrow('The platform is down.');
  expect(await secret.replace(undefined)).toBe('accs_secret__1');
});

it('refuses a secret that is no text', async () => {
  const secret = createClientSecret(numberedSecrets(), Promise.resolve(''));
  await expect(secret.current()).rejects.toThrow('did not resolve to a client secret');
});

it('hands out nothing after the end', async () => {
  const secret = createClientSecret(numberedSecrets());
  secret.end();
  await expect(secret.current()).rejects.toThrow('logged out');
});
