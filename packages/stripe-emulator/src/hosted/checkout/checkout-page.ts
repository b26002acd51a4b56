import { formatMoney } from '../../connect-js/format.ts';
import { type FilledForm, fieldset, problemSummary } from '../fields.ts';
import { html, type Html } from '../html.ts';
import { messagePage } from '../message-page.ts';
import type { Page } from '../page.ts';
import type { cardWords } from './card-words.ts';

/** What a customer sees of a Checkout Session; amounts in minor units. */
export type Order = {
  readonly sessionId: string;
  readonly seller: string;
  readonly currency: string;
  readonly total: number;
  readonly lines: readonly { readonly name: string; readonly quantity: number; readonly amount: number }[];
  readonly successUrl: string | null;
  readonly cancelUrl: string | null;
};

export type CheckoutForm = FilledForm<keyof typeof cardWords> & {
  /** Why the bank or the emulator refused the last try. */
  readonly refusal?: string | undefined;
};

/** The page on which a customer pays. */
export function checkoutPage(order: Order, form: CheckoutForm): Page {
  const amount = formatMoney(order.total, order.currency, 'en');
  return {
    title: `Pay ${order.seller}`,
    wide: true,
    leadsTo: [order.successUrl],
    body: html`<div class="checkout">
      ${orderHtml(order, amount)}
      <form class="card form" method="post" novalidate>
        <h2>Pay with card</h2>
        ${form.refusal && html`<div class="alert danger" role="alert"><strong>${form.refusal}</strong></div>`}
        ${problemSummary(form)} ${fieldset(form)}
        <button class="primary full" name="action" value="pay">Pay ${amount}</button>
        <div class="test-data">
          <span>Only test cards work here.</span>
          <button class="plain" name="action" value="fill">Use test data</button>
        </div>
      </form>
    </div>`,
  };
}

function orderHtml(order: Order, amount: string): Html {
  return html`<section class="order" aria-label="Order">
    ${order.cancelUrl && html`<p><a href="${order.cancelUrl}">← Back to ${order.seller}</a></p>`}
    <div>
      <h1 class="secondary small">Pay ${order.seller}</h1>
      <p class="amount">${amount}</p>
    </div>
    <dl class="sum">
      ${order.lines.map(
        (line) =>
          html`<div>
            <dt>${line.name} ${line.quantity > 1 && html`<span class="secondary">× ${line.quantity}</span>`}</dt>
            <dd class="figure">${formatMoney(line.amount, order.currency, 'en')}</dd>
          </div>`,
      )}
      <div class="total">
        <dt>Total</dt>
        <dd class="figure">${amount}</dd>
      </div>
    </dl>
  </section>`;
}

/** What a customer sees who has paid already, or whose seller has no page for it. */
export function thankYouPage({ total, currency, seller, successUrl }: Order): Page {
  return messagePage(
    'Thanks for your payment',
    html`A payment of <strong>${formatMoney(total, currency, 'en')}</strong> to <strong>${seller}</strong> was made.
      ${successUrl !== null && html`<a href="${successUrl}">Go back to ${seller}</a>`}`,
  );
}

/** What a customer sees who comes too late. */
export function expiredPage({ seller, cancelUrl }: Order): Page {
  const back =
    cancelUrl === null ? html`Ask ${seller} for a new link.` : html`<a href="${cancelUrl}">Go back to ${seller}</a>`;
  return messagePage('This checkout has expired', html`You were not charged. ${back}`, 410);
}
