import { formatMoney } from '../../connect-js/format.ts';
import { html } from '../html.ts';
import type { Page } from '../page.ts';

/** What the customer's bank asks about; the amount in minor units. */
interface Asked {
  readonly seller: string;
  readonly currency: string;
  readonly total: number;
  /** Where the customer is led afterwards. */
  readonly successUrl: string | null;
}

/** What the customer's bank would show before it lets the payment through. */
export function challengePage({ seller, currency, total, successUrl }: Asked): Page {
  return {
    title: '3D Secure test page',
    leadsTo: [successUrl],
    body: html`<form class="card" method="post">
      <div class="step-head">
        <p class="secondary small">3D Secure 2 test page</p>
        <h1>Confirm your payment</h1>
      </div>
      <p>
        This stands for the page of the customer’s bank. Complete or fail the authentication of
        <strong>${formatMoney(total, currency, 'en')}</strong> to <strong>${seller}</strong>.
      </p>
      <div class="actions">
        <button class="primary" name="result" value="complete">Complete authentication</button>
        <button name="result" value="fail">Fail authentication</button>
      </div>
    </form>`,
  };
}
