import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { expect, test, vi } from 'vitest';
import { type Problems, useFieldProblems } from './use-field-problems.ts';

interface Names {
  readonly first: string;
  readonly last: string;
}

const problemsOf = ({ first, last }: Names): Problems<Names> => ({
  ...(first.length < 3 && { first: 'Longer, please.' }),
  ...(last.length < 3 && { last: 'Longer, please.' }),
});

const onReady = vi.fn<() => void>();

function NameForm({ refusal }: { readonly refusal?: Problems<Names> }): ReactNode {
  const [names, setNames] = useState<Names>({ first: '', last: '' });
  const { form, ...fields } = useFieldProblems(names, problemsOf);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (refusal !== undefined) fields.refuse(refusal);
    else if (fields.check()) onReady();
  };
  return (
    <form ref={form} onSubmit={submit}>
      {(['first', 'last'] as const).map((name) => (
        <input
          key={name}
          aria-label={name}
          aria-invalid={fields.problems[name] !== undefined}
          value={names[name]}
          onBlur={() => fields.left(name)}
          onChange={(event) => {
            setNames({ ...names, [name]: event.target.value });
            fields.edited(name);
          }}
        />
      ))}
      <button type="submit">Send</button>
    </form>
  );
}

const invalid = (name: string): string | null => screen.getByRole('textbox', { name }).getAttribute('aria-invalid');

test('nothing is wrong while a field is first filled, and once it is left half done it is', async () => {
  render(<NameForm />);
  await userEvent.type(screen.getByRole('textbox', { name: 'first' }), 'Ad');
  expect(invalid('first')).toBe('false');
  await userEvent.tab();
  expect(invalid('first')).toBe('true');
  expect(invalid('last')).toBe('false');
});

test('a field that is left empty is not held against anybody', async () => {
  render(<NameForm />);
  await userEvent.click(screen.getByRole('textbox', { name: 'first' }));
  await userEvent.tab();
  expect(invalid('first')).toBe('false');
});

test('sending shows everything that is wrong and goes to the first of it', async () => {
  render(<NameForm />);
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect([invalid('first'), invalid('last')]).toEqual(['true', 'true']);
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'first' }));
  expect(onReady).not.toHaveBeenCalled();
});

test('what the server refused stands at its field until that field is edited', async () => {
  render(<NameForm refusal={{ last: 'Taken.' }} />);
  await userEvent.type(screen.getByRole('textbox', { name: 'last' }), 'Lovelace');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(invalid('last')).toBe('true');
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'last' }));
  await act(() => userEvent.keyboard('x'));
  expect(invalid('last')).toBe('false');
});
