import { cancelCharge, createCharge, getCharge, listCharges } from '@sellerdesk/contract';
import type { FastifyInstance } from 'fastify';
import { serve } from '../http/serve.ts';
import type { Services } from '../services.ts';
import { cancelCharge as takeBack } from './cancel-charge.ts';
import { chargeRequestFrom } from './charge-request.ts';
import { createCharges, getCharge as findCharge } from './create-charge.ts';
import { serveCustomerPages } from './customer-pages.ts';
import { listCharges as listOwnCharges } from './list-charges.ts';
import { refreshWatched } from './refresh-charge.ts';
import { registerChargeJobs } from './charge-jobs.ts';
import { chargeReply } from './stored-charge.ts';

/** Serves what a seller does with charges, and does what has to be done for them apart from requests. */
export function registerCharges(app: FastifyInstance, services: Services): void {
  const create = createCharges(services);
  registerChargeJobs(services);
  serveCustomerPages(app, services.config.platform);

  serve(app, createCharge, async ({ principal, body }) => {
    const request = chargeRequestFrom(body, services.config.platform.fee);
    return chargeReply(await create(principal.subject.sellerId, body.idempotencyKey, request));
  });

  serve(app, getCharge, async ({ principal, params }) => {
    const charge = await findCharge(services, principal.subject.sellerId, params.chargeId);
    await refreshWatched(services, charge);
    return chargeReply(charge);
  });

  serve(app, listCharges, async ({ principal, querystring: { after, limit = '20' } }) => {
    const { rows, nextCursor } = await listOwnCharges(services, principal.subject.sellerId, {
      after,
      limit: Number(limit),
    });
    return { charges: rows.map((charge) => chargeReply(charge)), nextCursor };
  });

  serve(app, cancelCharge, async ({ principal, params }) =>
    chargeReply(await takeBack(services, principal.subject.sellerId, params.chargeId)),
  );
}
