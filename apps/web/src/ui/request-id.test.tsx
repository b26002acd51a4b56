import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { RequestId } from './request-id.tsx';

test('an id can be read and copied', async () => {
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  render(<RequestId id="req_42" />);
  expect(screen.getByText('req_42')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Copy request id' }));
  expect(writeText).toHaveBeenCalledWith('req_42');
});

test('where the browser does not let it be copied, what to select is in sight', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('denied'));
  render(<RequestId id="req_42" />);
  await userEvent.click(screen.getByRole('button', { name: 'Copy request id' }));
  expect(await screen.findByText('Select and copy it')).toBeTruthy();
  expect(screen.getByText('req_42')).toBeTruthy();
});

test('without an answer there is no id to speak of', () => {
  render(<RequestId id={undefined} />);
  expect(document.body.textContent).toBe('');
});
