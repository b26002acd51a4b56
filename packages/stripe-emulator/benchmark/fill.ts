import type { Emulator } from '../src/index.ts';
import type { Named } from '../src/test/list-requests.ts';
import { charge, openAccount } from '../src/test/test-world.ts';
import { createPayout } from '../src/world/payouts.ts';
import { createRefund } from '../src/world/refunds.ts';
import { BALANCES_OF_LINES } from '../src/world/schema.ts';
import type { Kind, Kinds } from '../src/world/state.ts';
import type { World } from '../src/world/world.ts';

const TWO_YEARS = 2 * 365 * 86_400;
const OTHER_ACCOUNTS = 9;

/** One object that is copied, once for each so many charges. */
interface Copied {
  readonly kind: Kind;
  readonly object: Kinds[Kind];
  readonly each: number;
  /** What is other in copy number `n`, as `json_set` takes it. */
  readonly change: string;
}

/**
 * Makes a world of so many charges over two years, nine tenths of them one account's, with what belongs to them: payments,
 * lines of the ledger, events, customers, refunds, fees, transfers, payouts. Returns ids of some that are there.
 */
export async function fill(emulator: Emulator, charges: number): Promise<Named> {
  const { world } = emulator;
  const { store } = world;
  const { id: account, payoutSchedule } = openAccount(world);
  store.update('account', account, { payoutSchedule: { ...payoutSchedule, interval: 'manual' } });
  for (let other = 0; other < OTHER_ACCOUNTS; other += 1) openAccount(world);
  await post(emulator, account, 'customers', 'email=buyer@example.com');
  await post(emulator, account, 'checkout/sessions', SESSION);
  const customer = newest(world, 'customer', account);
  const paid = charge(world, account, 5000, { applicationFeeAmount: 100, customer: customer.id });
  const refund = createRefund(world, { account, charge: paid.id, amount: 500 });
  const sent = charge(world, world.platform, 5000, { transfer: { destination: account, amount: null } });
  const session = newest(world, 'checkout_session', account);
  const lineOf = (id: string | null) => store.get('balance_transaction', id ?? '');
  const copies: readonly Copied[] = [
    {
      kind: 'charge',
      object: paid,
      each: 1,
      change: `'$.paymentIntent', 'pi_copy' || n, '$.customer', 'cus_copy' || (n / 10 * 10)`,
    },
    {
      kind: 'payment_intent',
      object: store.get('payment_intent', paid.paymentIntent ?? ''),
      each: 1,
      change: `'$.latestCharge', 'ch_copy' || n, '$.customer', 'cus_copy' || (n / 10 * 10)`,
    },
    {
      kind: 'balance_transaction',
      object: lineOf(paid.balanceTransaction),
      each: 1,
      change: `'$.source', 'ch_copy' || n, '$.payout', 'po_copy' || (n / 1000 * 1000),
        '$.availableUnix', (created / 86400 + 2) * 86400`,
    },
    {
      kind: 'event',
      object:
        store.all('event', account).find(({ type }) => type === 'charge.succeeded') ?? newest(world, 'event', account),
      each: 1,
      change: `'$.type', iif(n % 20 = 0, 'charge.dispute.created', 'charge.succeeded'),
        '$.delivered', json(iif(n % 20 = 0, 'false', 'true'))`,
    },
    { kind: 'customer', object: customer, each: 10, change: `'$.email', 'buyer' || n || '@example.com'` },
    {
      kind: 'application_fee',
      object: newest(world, 'application_fee', world.platform),
      each: 10,
      change: `'$.charge', 'ch_copy' || n`,
    },
    {
      kind: 'refund',
      object: refund,
      each: 20,
      change: `'$.charge', 'ch_copy' || n, '$.paymentIntent', 'pi_copy' || n`,
    },
    { kind: 'checkout_session', object: session, each: 20, change: `'$.paymentIntent', 'pi_copy' || n` },
    {
      kind: 'transfer',
      object: newest(world, 'transfer', world.platform),
      each: 20,
      change: `'$.sourceTransaction', 'ch_copy' || n`,
    },
  ];
  store.prepare('pragma cache_size = -2000000').run();
  for (const copied of copies) copy(world, charges, copied);
  store.prepare('pragma cache_size = -65536').run();
  sumUp(world);
  const payout = createPayout(world, account, { amount: 1, currency: 'usd' });
  copy(world, charges, { kind: 'payout', object: payout, each: 1000, change: `'$.status', 'paid'` });
  return {
    account,
    bank: payout.destination,
    charge: 'ch_copy0',
    customer: 'cus_copy0',
    fee: paid.applicationFee ?? '',
    group: 'group',
    paymentIntent: 'pi_copy0',
    payout: 'po_copy0',
    platformCharge: sent.id,
    product: 'prod_none',
    session: session.id,
    transfer: sent.transfer ?? '',
  };
}

const SESSION =
  'mode=payment&success_url=https://example.com&line_items[0][quantity]=1&line_items[0][price_data][currency]=usd&line_items[0][price_data][unit_amount]=500&line_items[0][price_data][product_data][name]=Fern';

async function post({ url, secretKey }: Emulator, account: string, path: string, body: string): Promise<void> {
  const headers = {
    authorization: `Bearer ${secretKey}`,
    'stripe-account': account,
    'content-type': 'application/x-www-form-urlencoded',
  };
  const reply = await fetch(`${url}/v1/${path}`, { method: 'POST', headers, body });
  if (!reply.ok) throw new Error(await reply.text());
}

function newest<K extends Kind>({ store }: World, kind: K, account: string): Kinds[K] {
  const [found] = store.list(kind, { account, limit: 1 }).rows;
  if (found === undefined) throw new Error(`There is no ${kind} to copy`);
  return found;
}

/** Copies in SQL, the oldest first; every tenth copy is of another account, unless the platform's own. */
function copy(world: World, charges: number, { kind, object, each, change }: Copied): void {
  const others = world.store.everywhere('account').map(({ id }) => id);
  const owner =
    object.account === world.platform
      ? `'${object.account}'`
      : `iif(n % 10 = 9, json_extract('${JSON.stringify(others)}', '$[' || (n / 10 % ${others.length}) || ']'), '${object.account}')`;
  const prefix = object.id.split('_', 1)[0];
  world.store
    .prepare(
      `insert into objects (kind, id, account, created, document)
         with recursive numbers (n) as (select 0 union all select n + ${each} from numbers where n + ${each} < ${charges}),
         copies as materialized (
           select n, '${prefix}_copy' || n as id, ${owner} as account,
             ${world.clock.nowUnix() - TWO_YEARS} + n * ${TWO_YEARS} / ${charges} as created
           from numbers
         )
         select '${kind}', id, account, created,
           json_set(?, '$.id', id, '$.account', account, '$.createdUnix', created, ${change})
         from copies`,
    )
    .run(JSON.stringify(object));
}

/** The lines were written past the ledger: what they come to is made anew. */
function sumUp({ store }: World): void {
  store.transaction(() => {
    store.prepare('delete from settling').run();
    store.prepare('delete from balances').run();
    store.prepare('delete from ledger_days').run();
    for (const sql of BALANCES_OF_LINES.split(';')) if (sql.trim() !== '') store.prepare(sql).run();
  });
}
