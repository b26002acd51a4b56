import { formatMoment, formatMoney } from '../../connect-js/format.ts';
import type { PaymentDetails, PayoutDetails } from '../../connect-js/frame-data.ts';
import {
  bankInWords,
  bookingInWords,
  eventInWords,
  paymentFailureInWords,
  payoutFailureInWords,
} from '../../connect-js/in-words.ts';
import { english } from '../../words/english.ts';
import { html, type Html } from '../html.ts';
import { badge, capital, factsHtml } from './dashboard-page.ts';

/** One payment: what came of it and what the seller gets. */
export function paymentHtml(payment: PaymentDetails): Html {
  const { amount, currency, amountRefunded, fees, net } = payment;
  const money = (figure: number): string => formatMoney(figure, currency, 'en');
  const lines = [
    ['Payment', amount] as const,
    ...(amountRefunded > 0 ? [['Refunded', -amountRefunded] as const] : []),
    ...fees.map((fee) => [english.payments.sum[fee.kind], -fee.amount] as const),
  ];
  return html`<p class="amount">${money(amount)} ${badge(payment.status)}</p>
    ${payment.failure && html`<div class="alert danger">${paymentFailureInWords(payment.failure, english)}</div>`}
    ${factsHtml([
      ['Customer', payment.customer],
      ['Description', payment.description],
      ['Payment method', payment.method && `${capital(payment.method.brand)} •••• ${payment.method.last4}`],
      ['Created', formatMoment(payment.createdUnix, 'en')],
      ['Payment ID', html`<code>${payment.id}</code>`],
    ])}
    ${
      net !== null &&
      html`<h2>What the seller gets</h2>
        <dl class="sum">
          ${lines.map(([label, figure]) => sumLine(label, money(figure)))}
          <div class="total">
            <dt>Net</dt>
            <dd class="figure">${money(net)}</dd>
          </div>
        </dl>`
    }
    <h2>Timeline</h2>
    <ol class="events">
      ${payment.timeline.map(
        (entry) =>
          html`<li>
            <span>
              ${eventInWords(entry, english)}
              ${entry.amount !== undefined && html`<span class="figure">${money(entry.amount)}</span>`}
            </span>
            <span class="secondary small">${formatMoment(entry.atUnix, 'en')}</span>
          </li>`,
      )}
    </ol>`;
}

/** One payout: where it went and what is in it. */
export function payoutHtml(payout: PayoutDetails): Html {
  const money = (figure: number): string => formatMoney(figure, payout.currency, 'en');
  return html`<p class="amount">${money(payout.amount)} ${badge(payout.status)}</p>
    ${payout.failure && html`<div class="alert danger">${payoutFailureInWords(payout.failure, english)}</div>`}
    ${factsHtml([
      ['Bank account', payout.bank && `${bankInWords(payout.bank, english)} •••• ${payout.bank.last4}`],
      ['Started', payout.automatic ? 'Automatically' : 'By the seller'],
      ['Arrives', formatMoment(payout.arrivalUnix, 'en')],
      ['Created', formatMoment(payout.createdUnix, 'en')],
      ['Payout ID', html`<code>${payout.id}</code>`],
    ])}
    ${
      payout.contents.rows.length > 0 &&
      html`<h2>What is in it</h2>
        <dl class="sum">
          ${payout.contents.rows.map((row) => sumLine(bookingInWords(row, english), money(row.net)))}
        </dl>`
    }`;
}

function sumLine(label: string, figure: string): Html {
  return html`<div>
    <dt>${label}</dt>
    <dd class="figure">${figure}</dd>
  </div>`;
}
