import Stripe from 'stripe';
import type { Case } from '../case.ts';
import { BANK, PICTURE } from '../wishes.ts';

/** What is handed in, tokens and files, and what opens a card. */
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
  [
    'POST /v1/ephemeral_keys',
    'Stripe.EphemeralKey',
    ({ stripe, on, card }) =>
      stripe.ephemeralKeys.create(
        { issuing_card: card, nonce: 'ephnonce_1' },
        { ...on, apiVersion: Stripe.API_VERSION },
      ),
  ],
];
