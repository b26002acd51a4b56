import { html } from '../html.ts';
import type { Page } from '../page.ts';
import type { DashboardAccount } from './dashboard-page.ts';

/** Asks who comes, in one click: nobody has a password here. */
export function signInPage(owners: readonly DashboardAccount[], to: string): Page {
  return {
    title: 'Sign in to the Dashboard',
    body: html`<section class="card">
      <div class="step-head">
        <h1>Sign in to the Dashboard</h1>
        <p class="secondary">At Stripe you would sign in with a password here. This is a test: one click is enough.</p>
      </div>
      ${owners.length === 0 && html`<p>There is no account yet.</p>`}
      <ul class="owners">
        ${owners.map(
          ({ id, name }) =>
            html`<li>
              <form method="post" action="/dashboard/sign-in">
                <input type="hidden" name="account" value="${id}" /><input type="hidden" name="to" value="${to}" />
                <div>
                  <p><strong>${name}</strong></p>
                  <code class="secondary">${id}</code>
                </div>
                <button class="${owners.length === 1 ? 'primary' : ''}">Sign in as the owner</button>
              </form>
            </li>`,
        )}
      </ul>
    </section>`,
  };
}
