import type { IStripeConnectInitParams, StripeConnectInstance } from '@stripe/connect-js/pure';
import { beforeEach, expect, type Mock, test, vi } from 'vitest';
import type { Opening } from '../lib/early-start.ts';
import { readyAccount, readySeller } from '../lib/test/seller.ts';
import { type Connection, createConnection } from './create-connection.ts';
import { openingWith } from './test/openings.ts';

interface Made {
  readonly params: IStripeConnectInitParams;
  readonly update: Mock<(options: object) => void>;
  readonly logout: Mock<() => Promise<void>>;
}

let made: Made[];
let openings: Promise<Opening>[];
let asked: number;
let scripts: Promise<void>[];
let changeTheme: () => void;
let seen: Opening[];
let connection: Connection;

beforeEach(() => {
  [made, openings, scripts, seen, asked] = [[], [], [], [], 0];
  connection = createConnection({
    loadConnectJs: () => scripts.shift() ?? Promise.resolve(),
    openDashboard: () => {
      asked += 1;
      return openings.shift() ?? Promise.resolve(openingWith(`secret_${asked}`));
    },
    initialize: (params) => make(params),
    appearance: () => ({ variables: { colorText: '#111111' } }),
    onAppearanceChange: (listener) => {
      changeTheme = listener;
    },
    onOpening: (opening) => seen.push(opening),
  });
});

function make(params: IStripeConnectInitParams): StripeConnectInstance {
  const instance = {
    params,
    update: vi.fn<(options: object) => void>(),
    logout: vi.fn<() => Promise<void>>().mockResolvedValue(),
  };
  made.push(instance);
  return Object.assign(Object.create(null), instance);
}

function only<Thing>(things: readonly Thing[]): Thing {
  expect(things).toHaveLength(1);
  const [thing] = things;
  if (thing === undefined) throw new Error('There is none');
  return thing;
}

function refusal(): unknown {
  const state = connection.state();
  return state.status === 'open' ? state.refusal() : state;
}

async function opened(): Promise<Made> {
  connection.open();
  await vi.waitFor(() => expect(connection.state().status).toBe('open'));
  return only(made);
}

test('however many components ask, the dashboard is opened once and one instance is made', async () => {
  connection.open();
  connection.open();
  const { params } = await opened();
  connection.open();
  expect(asked).toBe(1);
  expect(params).toMatchObject({
    publishableKey: 'pk_test_marlow',
    appearance: { variables: { colorText: '#111111' } },
  });
  expect(only(seen).seller).toEqual(readySeller);
});

test('the first secret is used once, and every later one is fetched anew', async () => {
  const { params } = await opened();
  expect(await params.fetchClientSecret()).toBe('secret_1');
  expect(await params.fetchClientSecret()).toBe('secret_2');
  expect(await params.fetchClientSecret()).toBe('secret_3');
  expect(asked).toBe(3);
});

test('no instance is made before connect.js is there', async () => {
  const script = Promise.withResolvers<void>();
  scripts = [script.promise];
  connection.open();
  await Promise.resolve();
  expect(connection.state().status).toBe('opening');
  expect(made).toEqual([]);
  script.resolve();
  await vi.waitFor(() => expect(connection.state().status).toBe('open'));
});

test.each(['script', 'session'] as const)('a failed %s is kept until the seller asks to try again', async (what) => {
  const error = new Error('arranged');
  if (what === 'script') scripts = [Promise.reject(error)];
  else openings = [Promise.reject(error)];
  connection.open();
  await vi.waitFor(() => expect(connection.state()).toEqual({ status: 'failed', error }));
  connection.open();
  expect(asked).toBe(1);
  connection.renew();
  await vi.waitFor(() => expect(connection.state().status).toBe('open'));
});

test('an account without anything to show is asked again when another page opens', async () => {
  openings = [Promise.resolve({ seller: readySeller, accountSession: null })];
  connection.open();
  await vi.waitFor(() => expect(connection.state().status).toBe('nothing-to-show'));
  expect(made).toEqual([]);
  connection.open();
  await vi.waitFor(() => expect(connection.state().status).toBe('open'));
});

test('renewing ends the instance there was and makes another under another key, so that elements are made anew', async () => {
  const { logout } = await opened();
  const before = connection.state();
  connection.renew();
  expect(logout).toHaveBeenCalledTimes(1);
  await vi.waitFor(() => expect(connection.state().status).toBe('open'));
  expect(made).toHaveLength(2);
  expect(connection.state()).not.toMatchObject({ key: 'key' in before && before.key });
});

test('closing logs the instance out', async () => {
  const { logout } = await opened();
  connection.close();
  expect(logout).toHaveBeenCalledTimes(1);
  expect(connection.state().status).toBe('closed');
});

test('an answer that comes after closing makes nothing', async () => {
  const opening = Promise.withResolvers<Opening>();
  openings = [opening.promise];
  connection.open();
  connection.close();
  opening.resolve(openingWith('late'));
  await opening.promise;
  await new Promise(setImmediate);
  expect(made).toEqual([]);
  expect(connection.state().status).toBe('closed');
});

test('a secret of another account never reaches the elements of this one', async () => {
  const { params, logout } = await opened();
  await params.fetchClientSecret();
  const other = { ...readySeller, sellerId: 'seller-b', account: { ...readyAccount, stripeAccountId: 'acct_B' } };
  openings = [Promise.resolve({ ...openingWith('secret_of_b'), seller: other })];
  await expect(params.fetchClientSecret()).rejects.toThrow('not for these components');
  expect(logout).toHaveBeenCalledTimes(1);
  await vi.waitFor(() => expect(connection.state()).toMatchObject({ key: expect.stringContaining('acct_B') }));
  expect(await made[1]?.params.fetchClientSecret()).toBe('secret_of_b');
});

test('why a fresh secret could not be fetched is known until one can', async () => {
  const { params } = await opened();
  await params.fetchClientSecret();
  const error = new Error('arranged');
  openings = [Promise.reject(error)];
  await expect(params.fetchClientSecret()).rejects.toBe(error);
  expect(refusal()).toBe(error);
  await params.fetchClientSecret();
  expect(refusal()).toBeUndefined();
});

test('a refresh that is answered after closing gives nothing away and opens nothing', async () => {
  const { params } = await opened();
  await params.fetchClientSecret();
  connection.close();
  await expect(params.fetchClientSecret()).rejects.toThrow('not for these components');
  expect(connection.state().status).toBe('closed');
  expect(seen).toHaveLength(1);
});

test('a change of theme reaches the components that are open', async () => {
  const { update } = await opened();
  changeTheme();
  expect(update).toHaveBeenCalledWith({ appearance: { variables: { colorText: '#111111' } } });
});

test('an instance that cannot be made is a failure like any other', async () => {
  const error = new Error('init threw');
  const failing = createConnection({
    loadConnectJs: () => Promise.resolve(),
    openDashboard: () => Promise.resolve(openingWith('secret')),
    initialize: (params) => Object.assign(make(params), { debugInstance: () => Promise.reject(error) }),
    appearance: () => ({}),
    onAppearanceChange: () => undefined,
    onOpening: () => undefined,
  });
  failing.open();
  await vi.waitFor(() => expect(failing.state()).toEqual({ status: 'failed', error }));
});
