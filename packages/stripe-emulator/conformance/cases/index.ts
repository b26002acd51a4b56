import type { Case } from '../case.ts';
import { accountCases } from './accounts.ts';
import { accountV2Cases } from './accounts-v2.ts';
import { expandedCases, rarerCases } from './at-other-times.ts';
import { balanceCases } from './balance.ts';
import { catalogCases } from './catalog.ts';
import { checkoutSessionCases } from './checkout-sessions.ts';
import { customerCases } from './customers.ts';
import { disputeCases } from './disputes.ts';
import { eventCases, eventV2Cases } from './events.ts';
import { paperCases } from './papers.ts';
import { paymentCases } from './payments.ts';
import { platformMoneyCases } from './platform-money.ts';
import { taxCases } from './taxes.ts';

/** Every case; the order matters only where one ends what another needs. */
export const cases: readonly Case[] = [
  ...accountCases,
  ...accountV2Cases,
  ...customerCases,
  ...catalogCases,
  ...paperCases,
  ...paymentCases,
  ...checkoutSessionCases,
  ...disputeCases,
  ...platformMoneyCases,
  ...balanceCases,
  ...taxCases,
  ...rarerCases,
  ...expandedCases,
  ...eventCases,
  ...eventV2Cases,
];
