import { followCharge } from '../../charges/index.ts';
import type { Handler } from '../handler.ts';

/** Reads the charge again, if the payment is one of ours: sellers also take payments elsewhere. */
export const chargeChanged: Handler = async (services, { account, chargeId }) => {
  if (account !== null && chargeId !== null) await followCharge(services, chargeId, account);
};
