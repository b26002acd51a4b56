import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Phrase } from '../../../../words/phrase.ts';

/** Where a cell stands, and in a narrow frame where in the card. `name` is the head of its row. */
type Place = 'amount' | 'customer' | 'date' | 'description' | 'downloads' | 'id' | 'name' | 'status';

type Column<Row> = {
  readonly place: Place;
  readonly head: ComponentChildren;
  readonly render: (row: Row) => ComponentChildren;
};

type TableProps<Row> = {
  /** What the rows are, for what is laid out otherwise than usual. */
  readonly kind: string;
  readonly rows: readonly Row[];
  /** A column that is not shown is false. */
  readonly columns: readonly (Column<Row> | false)[];
  /** Opens a row; its first cell is the button. */
  readonly onOpen?: (row: Row, button: HTMLElement) => void;
  /** The row that was left just now: its button gets the keyboard back. */
  readonly left?: string | undefined;
};

/** Rows as a table; in a narrow frame each row becomes a card. */
export function Table<Row extends { readonly id: string }>({ kind, rows, columns, onOpen, left }: TableProps<Row>) {
  const leftRef = useRef<HTMLButtonElement>(null);
  useEffect(() => leftRef.current?.focus(), []);
  const shown = columns.filter((column) => column !== false);
  const opener = (row: Row, children: ComponentChildren) => (
    // The button covers the whole row, so one stop of the Tab key opens what a click anywhere opens.
    <button
      type="button"
      class="row-button"
      ref={row.id === left ? leftRef : null}
      onClick={(event) => onOpen?.(row, event.currentTarget)}
    >
      {children}
    </button>
  );
  return (
    <table class={`rows ${kind}`}>
      <thead>
        <tr>
          {shown.map(({ place, head }) => (
            <th key={place} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {shown.map(({ place, render }, index) => (
              <Cell key={place} place={place}>
                {onOpen && index === 0 ? opener(row, render(row)) : render(row)}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A phrase of which a wide table shows only what is no text: the head of the column says the rest. */
export function Headed({ phrase }: { phrase: Phrase<ComponentChildren> }) {
  return (
    <>
      {phrase.map((part) =>
        typeof part === 'string' ? (
          <span key={part} class="only-narrow">
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </>
  );
}

function Cell({ place, children }: { place: Place; children: ComponentChildren }) {
  return place === 'name' ? <th scope="row">{children}</th> : <td class={place}>{children}</td>;
}
