import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerCheckoutAuthentication, type CheckoutOutcome, payCheckoutSession } from '../../world/checkout.ts';
import { StripeError } from '../../wire/stripe-error.ts';
import type { CheckoutSession } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import { problemsOf, testDataOf, typedIn, type Problems, type Typed } from '../../forms/fields.ts';
import { formValue } from '../form-body.ts';
import { isFromSamePage } from '../form-origin.ts';
import { notFoundPage } from '../message-page.ts';
import { sendPage, type Page } from '../page.ts';
import { cardFields } from './card-fields.ts';
import { cardWords } from './card-words.ts';
import { challengePage } from '../authentication/challenge-page.ts';
import { checkoutPage, expiredPage, thankYouPage } from './checkout-page.ts';
import { orderOf, successUrlOf, waitsForBank } from './order.ts';
import { typedCard } from './typed-card.ts';

type SessionPath = { Params: { id: string } };

const UNKNOWN = 'There is no such checkout. Ask the seller for a new link.';
const NOT_PASSED = 'Your bank could not confirm that it was you. Try again, or use another card.';

/** Serves the page on which a customer pays, and that of their bank. */
export function registerCheckout(app: FastifyInstance, world: World): void {
  const fields = cardFields(() => new Date(world.clock.nowMs()));
  // What was typed survives the detour to the bank; a security code is never kept.
  const typedBefore = new Map<string, Typed>();

  app.get<SessionPath>('/checkout/c/pay/:id', ({ params }, reply) => {
    const session = world.store.find('checkout_session', params.id);
    if (session === undefined) return sendPage(reply, notFoundPage(UNKNOWN));
    return sendPage(reply, openPage(session) ?? showForm(session, { problems: {} }));
  });

  app.post<SessionPath>('/checkout/c/pay/:id', (request, reply) => {
    const session = sessionToPay(request);
    if (session === undefined) return sendPage(reply, notFoundPage(UNKNOWN));
    const closed = openPage(session);
    if (closed !== undefined) return sendPage(reply, closed);
    if (formValue(request.body, 'action') === 'fill') {
      return sendPage(reply, showForm(session, { typed: testDataOf(fields), problems: {} }));
    }
    const typed = typedIn(fields, request.body);
    const problems = problemsOf(fields, typed);
    if (Object.keys(problems).length > 0) {
      return sendPage(reply, { ...showForm(session, { typed, problems }), status: 422 });
    }
    keep(session.id, typed);
    return goOn(
      reply,
      session,
      outcomeOf(world, () => payCheckoutSession(world, session.id, typedCard(typed))),
      typed,
    );
  });

  app.get<SessionPath>('/checkout/c/pay/:id/authenticate', ({ params }, reply) => {
    const session = world.store.find('checkout_session', params.id);
    if (session === undefined) return sendPage(reply, notFoundPage(UNKNOWN));
    if (!waitsForBank(world, session)) return reply.redirect(`/checkout/c/pay/${session.id}`, 303);
    return sendPage(reply, challengePage(orderOf(world, session)));
  });

  app.post<SessionPath>('/checkout/c/pay/:id/authenticate', (request, reply) => {
    const session = sessionToPay(request);
    if (session === undefined) return sendPage(reply, notFoundPage(UNKNOWN));
    if (!waitsForBank(world, session)) return reply.redirect(`/checkout/c/pay/${session.id}`, 303);
    const passed = formValue(request.body, 'result') === 'complete';
    const outcome = outcomeOf(world, () => answerCheckoutAuthentication(world, session.id, passed));
    return goOn(reply, session, outcome, typedBefore.get(session.id), passed ? undefined : NOT_PASSED);
  });

  function sessionToPay(request: FastifyRequest<SessionPath>): CheckoutSession | undefined {
    return isFromSamePage(request) ? world.store.find('checkout_session', request.params.id) : undefined;
  }

  function keep(id: string, typed: Typed): void {
    const { cardCvc: _, ...kept } = typed;
    typedBefore.set(id, kept);
  }

  function showForm(session: CheckoutSession, filled: { typed?: Typed; problems: Problems; refusal?: string }): Page {
    const typed = filled.typed ?? typedBefore.get(session.id) ?? { email: session.customerEmail ?? '' };
    const { problems, refusal } = filled;
    return checkoutPage(orderOf(world, session), { fields, words: cardWords, problems, typed, refusal });
  }

  function openPage(session: CheckoutSession): Page | undefined {
    if (session.status === 'complete') return thankYouPage(orderOf(world, session));
    return session.status === 'expired' ? expiredPage(orderOf(world, session)) : undefined;
  }

  function goOn(
    reply: FastifyReply,
    session: CheckoutSession,
    outcome: CheckoutOutcome,
    typed: Typed | undefined,
    reason?: string,
  ): FastifyReply {
    const { id } = session;
    if (outcome.outcome === 'authentication_required') return reply.redirect(`/checkout/c/pay/${id}/authenticate`, 303);
    if (outcome.outcome === 'declined') {
      const filled = { ...(typed !== undefined && { typed }), problems: {}, refusal: reason ?? outcome.message };
      return sendPage(reply, { ...showForm(session, filled), status: 402 });
    }
    typedBefore.delete(id);
    return reply.redirect(successUrlOf(session) ?? `/checkout/c/pay/${id}`, 303);
  }
}

/** A seller who may take no payments any more is a reason too: the customer loses nothing by it. */
function outcomeOf(world: World, pay: () => CheckoutOutcome): CheckoutOutcome {
  try {
    return world.store.transaction(pay);
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    return { outcome: 'declined', message: error.message };
  }
}
