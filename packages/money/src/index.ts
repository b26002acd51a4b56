export {
  chargeStepOf,
  currencies,
  type Currency,
  currency,
  exponentOf,
  isCurrency,
  LARGEST_CHARGE_MINOR,
  payoutStepOf,
  smallestChargeOf,
} from './currency.ts';
export { breakdownOfCharge, type ChargeBreakdown, estimatedStripeFee, type FeePolicy, platformFee } from './fee.ts';
export {
  add,
  decimalFromMoney,
  formatMoney,
  type Money,
  minorToJson,
  money,
  moneyFromJson,
  subtract,
} from './money.ts';
export { type AmountProblem, type ParsedAmount, parseAmount, problemOfCharge } from './parse-amount.ts';
