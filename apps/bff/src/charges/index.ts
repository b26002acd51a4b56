export { CHARGE_ID_KEY } from './checkout-params.ts';
export { disconnectCharges } from './charge-store.ts';
export { followCharge } from './refresh-charge.ts';
export { pageOfCharges } from './list-charges.ts';
export { registerCharges } from './routes.ts';
export { chargeReply } from './stored-charge.ts';
