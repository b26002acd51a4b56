import { formatMoment, formatMoney } from '../../connect-js/format.ts';
import type { Where } from '../../world/lookups.ts';
import type { Kind, Kinds } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import { html, type Html } from '../html.ts';
import { badge, factsHtml, linkTo, nextPage, table } from './dashboard-page.ts';
import type { Asked, Section } from './section.ts';

const SHOWN = 10;

/** What one kind of object shows of itself. */
interface Records<K extends Kind> {
  readonly kind: K;
  readonly title: string;
  readonly one: string;
  readonly none: string;
  readonly heads: readonly string[];
  readonly row: (object: Kinds[K], account: string) => readonly Html[];
  readonly facts: (world: World, object: Kinds[K]) => readonly Fact[];
  /** Which of them are listed; all unless told. */
  readonly where?: Where<K>;
}

type Fact = readonly [label: string, value: string | Html | null];

/** Lists the newest of a kind page by page, and shows each at its own address. */
function recordSection<K extends Kind>({ kind, title, one, none, heads, row, facts, where }: Records<K>): Section {
  const list = ({ world, account: { id }, after }: Asked): Html => {
    const { rows, hasMore } = world.store.list(kind, {
      account: id,
      limit: SHOWN,
      startingAfter: after,
      ...(where !== undefined && { where }),
    });
    const next = hasMore ? (rows.at(-1)?.id ?? null) : null;
    return html`${table(
      none,
      heads,
      rows.map((object) => row(object, id)),
    )}${nextPage(next)}`;
  };
  return (asked) => {
    if (asked.object === undefined) return { title, body: list(asked) };
    const object = asked.world.store.find(kind, asked.object);
    if (object?.account !== asked.account.id) return undefined;
    return { title: one, body: factsHtml(facts(asked.world, object)) };
  };
}

const created = ({ createdUnix }: { readonly createdUnix: number }): Html => html`${formatMoment(createdUnix, 'en')}`;
const code = (id: string): Html => html`<code>${id}</code>`;

export const customers = recordSection({
  kind: 'customer',
  title: 'Customers',
  one: 'Customer',
  none: 'No customers yet.',
  heads: ['Name', 'Email', 'Created'],
  row: (customer, account) => [
    linkTo(account, `customers/${customer.id}`, customer.name ?? customer.email ?? customer.id),
    html`${customer.email ?? '–'}`,
    created(customer),
  ],
  facts: (_, customer) => [
    ['Name', customer.name],
    ['Email', customer.email],
    ['Phone', customer.phone],
    ['Description', customer.description],
    ['State', customer.deleted ? 'Deleted' : 'Active'],
    ['Created', created(customer)],
    ['Customer ID', code(customer.id)],
  ],
});

export const products = recordSection({
  kind: 'product',
  title: 'Products',
  one: 'Product',
  none: 'No products yet.',
  heads: ['Name', 'State', 'Created'],
  row: (product, account) => [
    linkTo(account, `products/${product.id}`, product.name),
    badge(product.active ? 'active' : 'archived'),
    created(product),
  ],
  facts: (world, product) => [
    ['Name', product.name],
    ['Description', product.description],
    ['State', product.active ? 'Active' : 'Archived'],
    ...world.store
      .all('price', product.account, { product: product.id })
      .map(({ id, unitAmount, currency }): Fact => [
        'Price',
        html`<span class="figure">${formatMoney(unitAmount, currency, 'en')}</span> ${code(id)}`,
      ]),
    ['Created', created(product)],
    ['Product ID', code(product.id)],
  ],
});

/** A charge that was made by itself has no page. */
function paymentOf({ paymentIntent, charge }: Kinds['refund'], account: string): ReturnType<typeof code> {
  return paymentIntent === null ? code(charge) : linkTo(account, `payments/${paymentIntent}`, paymentIntent);
}

export const refunds = recordSection({
  kind: 'refund',
  title: 'Refunds',
  one: 'Refund',
  none: 'No refunds yet.',
  heads: ['Amount', 'Status', 'Payment', 'Date'],
  row: (refund, account) => [
    linkTo(account, `refunds/${refund.id}`, formatMoney(refund.amount, refund.currency, 'en')),
    badge(refund.status),
    paymentOf(refund, account),
    created(refund),
  ],
  facts: (_, refund) => [
    ['Amount', formatMoney(refund.amount, refund.currency, 'en')],
    ['Status', badge(refund.status)],
    ['Reason', refund.reason?.replaceAll('_', ' ') ?? null],
    ['Payment', paymentOf(refund, refund.account)],
    ['Created', created(refund)],
    ['Refund ID', code(refund.id)],
  ],
});

export const events = recordSection({
  kind: 'event',
  where: { form: 'snapshot' },
  title: 'Events',
  one: 'Event',
  none: 'No events yet.',
  heads: ['Type', 'Event ID', 'Date'],
  row: (event, account) => [linkTo(account, `events/${event.id}`, event.type), code(event.id), created(event)],
  facts: (_, event) => [
    ['Type', event.type],
    ['Created', created(event)],
    ['Event ID', code(event.id)],
    ['Body', html`<pre class="scroll">${JSON.stringify(JSON.parse(event.body), null, 2)}</pre>`],
  ],
});
