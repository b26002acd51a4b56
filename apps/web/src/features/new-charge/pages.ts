export { ChargePage } from './charge-page.tsx';
export { ChargesPage } from './charges-page.tsx';
export { NewChargePage } from './new-charge-page.tsx';
