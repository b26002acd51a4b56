import { type Currency, parseAmount } from '@sellerdesk/money';
import { type ChangeEvent, type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import { Field, inputLook } from '../../ui/field.tsx';
import { amountText, groupWhileTyping } from './amount-typing.ts';

interface AmountFieldProps {
  readonly name: string;
  readonly value: string;
  readonly currency: Currency;
  readonly problem: string | undefined;
  readonly readOnly: boolean;
  readonly onChange: (value: string) => void;
  readonly onBlur: () => void;
}

/** An amount that groups itself while it is typed, and shows all its decimals once it is left. */
export function AmountField({ value, currency, problem, onChange, onBlur, ...input }: AmountFieldProps): ReactNode {
  const { element, keepCaretAt } = useCaret();
  const type = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const grouped = groupWhileTyping({ text: target.value, caret: target.selectionStart ?? target.value.length });
    keepCaretAt(grouped.caret);
    onChange(grouped.text);
  };
  const leave = (): void => {
    const parsed = parseAmount(value, currency);
    if ('money' in parsed) onChange(amountText(parsed.money));
    onBlur();
  };
  return (
    <Field label="Amount" problem={problem}>
      {(wiring) => (
        <input
          {...input}
          {...wiring}
          ref={element}
          className={`${inputLook} tabular-nums`}
          inputMode="decimal"
          autoComplete="off"
          placeholder="0"
          value={value}
          onChange={type}
          onBlur={leave}
        />
      )}
    </Field>
  );
}

/** React puts the caret at the end whenever the text it sets is not the text that was typed. */
function useCaret(): { element: RefObject<HTMLInputElement | null>; keepCaretAt: (at: number) => void } {
  const element = useRef<HTMLInputElement>(null);
  const caret = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (caret.current !== null) element.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });
  return {
    element,
    keepCaretAt: (at) => {
      caret.current = at;
    },
  };
}
