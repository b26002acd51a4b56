import { expect, it } from 'vitest';
import { addressFromPath } from './dashboard-address.ts';

it.each([
  ['acct_1/test/payments/pi_1', { account: 'acct_1', livemode: false, section: 'payments', object: 'pi_1', rest: [] }],
  ['acct_1/payments/pi_1', { account: 'acct_1', livemode: true, section: 'payments', object: 'pi_1', rest: [] }],
  ['test/payouts/po_1', { account: undefined, livemode: false, section: 'payouts', object: 'po_1', rest: [] }],
  [
    'acct_1/test/balance/overview',
    { account: 'acct_1', livemode: false, section: 'balance', object: 'overview', rest: [] },
  ],
  ['acct_1/test', { account: 'acct_1', livemode: false, section: 'home', object: undefined, rest: [] }],
  ['', { account: undefined, livemode: true, section: 'home', object: undefined, rest: [] }],
  [
    'test/connect/accounts/acct_1/payouts',
    { account: undefined, livemode: false, section: 'connect', object: 'accounts', rest: ['acct_1', 'payouts'] },
  ],
])('reads %j', (path, address) => {
  expect(addressFromPath(path)).toEqual(address);
});
