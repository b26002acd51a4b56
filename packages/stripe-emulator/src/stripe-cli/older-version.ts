import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * The Stripe CLI's own fixtures are written for accounts whose API version is an older one, from before payment methods
 * became dynamic; without a `Stripe-Version` such an account's would apply. What they say is put in today's words.
 */
export function understandOlderVersions(app: FastifyInstance): void {
  app.addHook('preHandler', async (request) => {
    if (typeof request.body === 'string' && isOlder(request)) request.body = inTodaysWords(request.url, request.body);
  });
}

function isOlder({ method, headers }: FastifyRequest): boolean {
  const isCli = /\bstripe-cli\//u.test(headers['user-agent'] ?? '');
  return method === 'POST' && isCli && headers['stripe-version'] === undefined;
}

/** Rewrites a form as an older client sends it: cards only meant that nobody is led away. */
export function inTodaysWords(path: string, form: string): string {
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
