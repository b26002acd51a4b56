import {
  allowSupportViews,
  endpoints,
  endSupportView,
  getSeller,
  listSupportViews,
  type PastSupportView,
  type ReplyOf,
} from '@sellerdesk/contract';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createFakeServer, type FakeServer } from '../../lib/test/fake-server.ts';
import { installPageConfig } from '../../lib/test/page-config.ts';
import { renderPage } from '../../lib/test/render-page.tsx';
import { readySeller } from '../../lib/test/seller.ts';
import { lookedAtWords } from './looked-at-words.ts';
import { lengthOf } from './past-looks.tsx';
import { SupportAccessPage } from './support-access-page.tsx';

const past: PastSupportView = {
  supportViewId: '00000000-0000-4000-8000-000000000011',
  staffName: 'Bo Larsen',
  reason: 'A payout that is missing',
  ticket: 'T-7',
  startedAt: '2026-11-24T08:00:00Z',
  endedAt: '2026-11-24T08:12:00Z',
  endedBy: 'time',
  lookedAt: [
    { operation: 'getSeller', times: 4 },
    { operation: 'listCharges', times: 1 },
  ],
};
const running: PastSupportView = {
  ...past,
  supportViewId: '00000000-0000-4000-8000-000000000012',
  staffName: 'Ada Okafor',
  ticket: null,
  endedAt: null,
  endedBy: null,
};
const reply = (changes: Partial<ReplyOf<typeof listSupportViews>> = {}): ReplyOf<typeof listSupportViews> => ({
  isAllowed: true,
  supportViews: [],
  nextCursor: null,
  ...changes,
});

let server: FakeServer;
beforeEach(() => {
  installPageConfig();
  server = createFakeServer();
  server.answer(getSeller, readySeller);
});

const open = (): unknown => renderPage(<SupportAccessPage />, '/account/support-access');
const theSwitch = () => screen.findByRole('switch', { name: /support look at your pages/u });

test('nobody has looked yet: that is said, and support may', async () => {
  server.answer(listSupportViews, reply());
  open();
  expect((await theSwitch()).getAttribute('aria-checked')).toBe('true');
  expect(screen.getByText('Nobody has looked at your pages yet.')).toBeTruthy();
});

test('who looked is told with when, how long, why, at what, and how it ended', async () => {
  server.answer(listSupportViews, reply({ supportViews: [past] }));
  open();
  const item = await screen.findByRole('listitem');
  for (const words of [
    'Bo Larsen',
    '12 minutes',
    '“A payout that is missing” · T-7',
    'your list of charges',
    'It ran out.',
  ])
    expect(item.textContent).toContain(words);
  expect(within(item).getByRole('time').getAttribute('datetime')).toBe(past.startedAt);
});

test('who looks right now can be ended, and is among those who looked then', async () => {
  server.answer(listSupportViews, reply({ supportViews: [running] }));
  server.answer(endSupportView, null);
  open();
  const look = await screen.findByRole('region', { name: 'Ada Okafor is looking' });
  server.answer(listSupportViews, reply({ supportViews: [{ ...running, endedAt: past.endedAt, endedBy: 'seller' }] }));
  await userEvent.click(within(look).getByRole('button', { name: 'End now' }));
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Ada Okafor is looking' })).toBeNull());
  expect((await screen.findByRole('listitem')).textContent).toContain('You ended it.');
  expect(server.received(endSupportView)).toEqual([{}]);
});

test('a look that has ended by itself meanwhile is no error', async () => {
  server.answer(listSupportViews, reply({ supportViews: [running] }));
  server.refuse(endSupportView, 'not_found');
  open();
  const button = await screen.findByRole('button', { name: 'End now' });
  server.answer(listSupportViews, reply({ supportViews: [past] }));
  await userEvent.click(button);
  expect((await screen.findByRole('listitem')).textContent).toContain('Bo Larsen');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a look that could not be ended is said to go on', async () => {
  server.answer(listSupportViews, reply({ supportViews: [running] }));
  server.cut(endSupportView);
  open();
  await userEvent.click(await screen.findByRole('button', { name: 'End now' }));
  expect((await screen.findByRole('alert')).textContent).toContain('They may still be looking.');
});

describe('the switch', () => {
  test('is off at once, and says what that means', async () => {
    server.answer(listSupportViews, reply());
    server.answer(allowSupportViews, null);
    open();
    const control = await theSwitch();
    server.answer(listSupportViews, reply({ isAllowed: false }));
    await userEvent.click(control);
    expect(await screen.findByText('Nobody can look at your pages now.')).toBeTruthy();
    await waitFor(() => expect(control.getAttribute('aria-checked')).toBe('false'));
    expect(server.received(allowSupportViews)).toEqual([{ isAllowed: false }]);
  });

  test('works with the keyboard', async () => {
    server.answer(listSupportViews, reply({ isAllowed: false }));
    server.answer(allowSupportViews, null);
    open();
    (await theSwitch()).focus();
    await userEvent.keyboard(' ');
    expect(server.received(allowSupportViews)).toEqual([{ isAllowed: true }]);
  });

  test('stays as it was when it could not be changed', async () => {
    server.answer(listSupportViews, reply());
    server.refuse(allowSupportViews, 'unavailable');
    open();
    const control = await theSwitch();
    await userEvent.click(control);
    expect((await screen.findByRole('alert')).textContent).toContain('Nothing was changed.');
    expect(control.getAttribute('aria-checked')).toBe('true');
  });
});

test('a live account is told that support looks at test accounts only', async () => {
  server.answer(getSeller, { ...readySeller, mode: 'live' });
  server.answer(listSupportViews, reply());
  open();
  expect(await screen.findByText(/nobody can look at yours/u)).toBeTruthy();
});

test('older looks are added to those that are there', async () => {
  server.answer(listSupportViews, reply({ supportViews: [past], nextCursor: 'next' }));
  open();
  const more = await screen.findByRole('button', { name: 'Show more' });
  const older = { ...past, supportViewId: '00000000-0000-4000-8000-000000000013', staffName: 'Cy' };
  server.answer(listSupportViews, reply({ supportViews: [older] }));
  const sent = vi.spyOn(globalThis, 'fetch');
  await userEvent.click(more);
  expect(await screen.findByText('Cy')).toBeTruthy();
  expect(screen.getByText('Bo Larsen')).toBeTruthy();
  expect(sent).toHaveBeenLastCalledWith('/api/support-views?after=next', expect.anything());
});

test('a list that cannot be read says so, and is read again', async () => {
  server.cut(listSupportViews);
  open();
  const again = await screen.findByRole('button', { name: 'Try again' });
  server.answer(listSupportViews, reply());
  await userEvent.click(again);
  expect(await theSwitch()).toBeTruthy();
});

test('there are words for everything that can be looked at in a view, and for nothing else', () => {
  const readable = endpoints.filter(
    (endpoint) => endpoint.access === 'support_view' || (endpoint.access === 'seller' && endpoint.support === 'read'),
  );
  expect(Object.keys(lookedAtWords).toSorted()).toEqual(readable.map(({ operationId }) => operationId).toSorted());
});

test.each([
  ['2026-11-24T08:00:20Z', 'less than a minute'],
  ['2026-11-24T08:01:10Z', '1 minute'],
  ['2026-11-24T08:30:00Z', '30 minutes'],
])('until %s is %s', (endedAt, words) => {
  expect(lengthOf('2026-11-24T08:00:00Z', endedAt)).toBe(words);
});
