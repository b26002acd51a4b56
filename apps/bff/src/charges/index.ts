export { CHARGE_ID_KEY } from './checkout-params.ts';
export { disconnectCharges } from './charge-store.ts';
export { followCharge } from './refresh-charge.ts';
export { registerCharges } from './routes.ts';
