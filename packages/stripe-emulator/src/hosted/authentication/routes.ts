import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { businessNameOf } from '../../world/accounts.ts';
import { answerAuthentication } from '../../world/payments.ts';
import type { PaymentIntent } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import { formValue } from '../form-body.ts';
import { isFromSamePage } from '../form-origin.ts';
import { html } from '../html.ts';
import { messagePage, notFoundPage } from '../message-page.ts';
import { sendPage } from '../page.ts';
import { challengePage } from './challenge-page.ts';

type PaymentPath = { Params: { id: string }; Querystring: Readonly<Record<string, unknown>> };

const UNKNOWN = 'There is no such payment. Go back to where you came from.';

/** Serves the page of the customer's bank for payments that were confirmed over the API, and leads back from it. */
export function registerAuthentication(app: FastifyInstance, world: World): void {
  app.get<PaymentPath>('/redirect/authenticate/:id', (request, reply) => {
    const intent = paymentOf(request);
    if (intent === undefined) return sendPage(reply, notFoundPage(UNKNOWN));
    if (intent.status !== 'requires_action') return leadBack(reply, intent);
    const { amount: total, currency, returnUrl: successUrl = null } = intent;
    return sendPage(reply, challengePage({ seller: sellerOf(intent), total, currency, successUrl }));
  });

  app.post<PaymentPath>('/redirect/authenticate/:id', (request, reply) => {
    const intent = isFromSamePage(request) ? paymentOf(request) : undefined;
    if (intent === undefined) return sendPage(reply, notFoundPage(UNKNOWN));
    if (intent.status !== 'requires_action') return leadBack(reply, intent);
    const passed = formValue(request.body, 'result') === 'complete';
    return leadBack(
      reply,
      world.store.transaction(() => answerAuthentication(world, intent.id, passed)),
    );
  });

  /** Whoever does not know the payment's secret cannot answer for its customer. */
  function paymentOf({ params, query }: FastifyRequest<PaymentPath>): PaymentIntent | undefined {
    const intent = world.store.find('payment_intent', params.id);
    return intent?.clientSecret === query['client_secret'] ? intent : undefined;
  }

  function sellerOf({ account, onBehalfOf }: PaymentIntent): string {
    const seller = world.store.find('account', onBehalfOf ?? account);
    return seller === undefined ? world.settings.platformName : businessNameOf(seller);
  }
}

function leadBack(reply: FastifyReply, intent: PaymentIntent): FastifyReply {
  const { id, clientSecret, returnUrl = null, status } = intent;
  if (returnUrl === null) return sendPage(reply, messagePage('That’s all', html`You can close this window.`));
  const back = new URL(returnUrl);
  back.searchParams.set('payment_intent', id);
  back.searchParams.set('payment_intent_client_secret', clientSecret);
  back.searchParams.set('redirect_status', OUTCOMES[status] ?? 'failed');
  return reply.redirect(back.href, 303);
}

/** What Stripe calls the outcome in the address it leads back to. */
const OUTCOMES: Readonly<Partial<Record<PaymentIntent['status'], string>>> = {
  succeeded: 'succeeded',
  requires_capture: 'succeeded',
  processing: 'pending',
};
