import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * The Stripe CLI's own fixtures are written for accounts whose API version is an older one, from before payment methods
 * became dynamic; without a `Stripe-Version` such an account's would apply. What they say is put in today's words,
 * before anybody knows who sends it: nothing but the text of the request is changed.
 */
export function readOlderWords(app: FastifyInstance): void {
  app.addHook('preHandler', async (request) => {
    if (typeof request.body !== 'string' || !isFixture(request)) return;
    request.body = inTodaysWords(request.url, request.body);
  });
}

/** The bank account whose debits fail; all others of the fixtures are debited. */
const FAILING_IBAN = 'IT60X0542811101000000123456';

/** Cards of the emulator's own, which are answered a day later as debits from bank accounts are. */
const LATE_CARDS = { succeeds: '4000009990000013', fails: '4000009990000021' };

/** Tells whether the Stripe CLI sends a request in the words of its fixtures. */
export function isFixture({ method, headers }: FastifyRequest): boolean {
  const isCli = /\bstripe-cli\//u.test(headers['user-agent'] ?? '');
  return method === 'POST' && isCli && headers['stripe-version'] === undefined;
}

/** Rewrites a form as an older client sends it: cards only meant that nobody is led away. */
export function inTodaysWords(path: string, form: string): string {
  if (path === '/v1/payment_methods') return withoutDebits(new URLSearchParams(form)).toString();
  const isIntent = path === '/v1/payment_intents';
  if (!isIntent && path !== '/v1/checkout/sessions') return form;
  const sent = [...new URLSearchParams(form)];
  const fields = new URLSearchParams(
    sent.filter(([name]) => !/^(payment_method_types\b|confirmation_method$)/u.test(name)),
  );
  const chosen = [...fields.keys()].some((name) => name === 'return_url' || name.startsWith('automatic_payment'));
  if (isIntent && !chosen) {
    fields.set('automatic_payment_methods[enabled]', 'true');
    fields.set('automatic_payment_methods[allow_redirects]', 'never');
  }
  return fields.toString();
}

function withoutDebits(fields: URLSearchParams): URLSearchParams {
  if (fields.get('type') !== 'sepa_debit') return fields;
  const fails = fields.get('sepa_debit[iban]') === FAILING_IBAN;
  const card = fails ? LATE_CARDS.fails : LATE_CARDS.succeeds;
  return new URLSearchParams([
    ...[...fields].filter(([name]) => !name.startsWith('sepa_debit[') && name !== 'type'),
    ['type', 'card'],
    ['card[number]', card],
    ['card[exp_month]', '12'],
    ['card[exp_year]', '49'],
  ]);
}
