import { useFrame } from '../frame-context.ts';
import { formatMoney } from '../../../format.ts';

/** An amount in figures that line up under each other, with its currency code when the sign alone could mislead. */
export function Money({ amount, currency, code }: { amount: number; currency: string; code?: boolean }) {
  const { look } = useFrame();
  return (
    <span class="figure">
      {formatMoney(amount, currency, look.locale)}
      {code && <span class="code"> {currency.toUpperCase()}</span>}
    </span>
  );
}
