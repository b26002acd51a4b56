import type { Case } from '../case.ts';
import { BANK, PICTURE } from '../wishes.ts';

/** What is handed in: tokens and files. */
export const paperCases: readonly Case[] = [
  ['POST /v1/tokens', 'Stripe.Token', ({ stripe }) => stripe.tokens.create({ bank_account: BANK })],
  ['GET /v1/tokens/:id', 'Stripe.Token', ({ stripe, made }) => stripe.tokens.retrieve(made.token)],
  [
    'POST /v1/files',
    'Stripe.File',
    ({ stripe }) => stripe.files.create({ purpose: 'dispute_evidence', file: PICTURE }),
  ],
  ['GET /v1/files/:id', 'Stripe.File', ({ stripe, made }) => stripe.files.retrieve(made.file)],
  ['GET /v1/files', 'Stripe.ApiList<Stripe.File>', ({ stripe }) => stripe.files.list()],
];
