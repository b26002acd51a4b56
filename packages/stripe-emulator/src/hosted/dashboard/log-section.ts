import { formatMoment } from '../../connect-js/format.ts';
import { html } from '../html.ts';
import { factsHtml } from './dashboard-page.ts';
import type { Section } from './section.ts';

/** One request of the account, at the address that Stripe's errors name: `logs?object=req_…`. */
export const logs: Section = ({ account, object, query, findRequest }) => {
  const request = findRequest(query.get('object') ?? object ?? '');
  if (request?.account !== account.id) return undefined;
  const { id, method, path, status, atMs } = request;
  return {
    title: 'Request',
    body: factsHtml([
      ['Request', html`<code>${method} ${path}</code>`],
      ['Status', String(status)],
      ['Date', formatMoment(atMs / 1000, 'en')],
      ['Request ID', html`<code>${id}</code>`],
    ]),
  };
};
