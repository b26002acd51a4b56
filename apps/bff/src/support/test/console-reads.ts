import { selectAccountHistory } from '../../accounts/index.ts';
import { pageOfCharges } from '../../charges/index.ts';
import type { Sql } from '../../database/index.ts';
import { selectDeliveries } from '../delivery-store.ts';
import {
  findSellerIdsOfObject,
  selectAccountsOf,
  selectByEmail,
  selectByName,
  selectNewest,
  selectSellers,
} from '../found-seller-store.ts';
import { selectPastViews } from '../support-view-store.ts';
import { known } from './fill-sellers.ts';

const limit = 21;
/** Seller number seven, as PostgreSQL writes `md5('seller7')::uuid`. */
export const sevensId = '99b83457-63c6-82ac-6d92-3b3958d85485';
const middle = { key: 'shop-5', sellerId: sevensId };

/** Everything the console asks PostgreSQL about, with what is hardest for it: what nearly everybody has, and nobody. */
export const consoleReads: Readonly<Record<string, (sql: Sql) => Promise<unknown>>> = {
  'a whole address': (sql) => selectByEmail(sql, { beginning: known.email, after: undefined, limit }),
  'an address that begins as half of all do': (sql) =>
    selectByEmail(sql, { beginning: 'shop', after: undefined, limit }),
  'a page in the middle of those': (sql) =>
    selectByEmail(sql, { beginning: 'shop', after: { by: 'email', ...middle }, limit }),
  'an address that begins as nobody’s does': (sql) => selectByEmail(sql, { beginning: 'zz', after: undefined, limit }),
  'a name': (sql) => selectByName(sql, { beginning: known.name.toLowerCase(), after: undefined, limit }),
  'a name that begins as a quarter of all do': (sql) =>
    selectByName(sql, { beginning: 'fern', after: undefined, limit }),
  'a name that begins as nobody’s does': (sql) => selectByName(sql, { beginning: 'zz', after: undefined, limit }),
  'the newest': (sql) => selectNewest(sql, undefined, limit),
  'an account': (sql) => findSellerIdsOfObject(sql, known.account),
  'a payment': (sql) => findSellerIdsOfObject(sql, known.payment),
  'a payout': (sql) => findSellerIdsOfObject(sql, known.object),
  'what there is not': (sql) => findSellerIdsOfObject(sql, 'pi_nobodys'),
  'a seller': (sql) => selectSellers(sql, [sevensId]),
  'accounts of a page': (sql) => selectAccountsOf(sql, [sevensId]),
  'the accounts of a seller': (sql) => selectAccountHistory(sql, sevensId),
  charges: (sql) => pageOfCharges(sql, sevensId, { after: undefined, limit }),
  deliveries: (sql) => selectDeliveries(sql, known.account, { after: undefined, limit }),
  'support views': (sql) => selectPastViews(sql, undefined, limit),
};

/** What is read as the seller, whose rows PostgreSQL itself picks. */
export const readAsSeller: ReadonlySet<string> = new Set(['support views']);
