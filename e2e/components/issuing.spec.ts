import { expectAccessible } from '../accessible.ts';
import { expect, test } from './fixtures.ts';

const DARK = { colorBackground: '#101214', colorText: '#f4f5f7', colorPrimary: '#8f8aff' };
const TITLES = ['Card', 'Cards', 'Financial account', 'Financial account transactions'];

test.use({ allowedErrors: [/status of 40[34]/u] });

test('a card shows its number with a key of the page, is frozen and limited', async ({ open, seller, platform }) => {
  const { control } = platform.emulator;
  const first = control.issueCard(seller.account, { cardholder: 'Ann Smith' });
  const second = control.issueCard(seller.account, { cardholder: 'Bo Jones', type: 'physical' });
  const { frame, heard } = await open(
    {},
    {
      tag: 'issuing-card',
      values: { DefaultCard: second, CardSwitching: true, ShowSpendControls: true },
      makesKeys: true,
    },
  );
  const card = frame('Card');
  await expect(card.getByText('Bo Jones', { exact: true })).toBeVisible();
  await card.getByRole('button', { name: 'Show number' }).press('Enter');
  await expect(card.getByText(/^4000 0099 9\d{3} \d{4}$/u)).toBeVisible();
  await expect(card.getByText('Security code')).toBeVisible();
  expect(await heard('FetchEphemeralKey')).toEqual([{ issuingCard: second, nonce: expect.any(String) }]);
  await card.getByRole('button', { name: 'Hide number' }).press('Enter');
  await expect(card.getByText('Security code')).toHaveCount(0);

  await card.getByRole('combobox', { name: 'Card' }).selectOption(first);
  await expect(card.getByText('Virtual')).toBeVisible();
  await card.getByRole('button', { name: 'Freeze card' }).press('Enter');
  await expect(card.getByText('Frozen')).toBeVisible();
  await card.getByRole('button', { name: 'Change limit' }).press('Enter');
  await expect(card.getByLabel('Monthly limit')).toBeFocused();
  await card.getByLabel('Monthly limit').fill('500');
  await card.getByRole('button', { name: 'Save limit' }).press('Enter');
  await expect(card.getByText('$500.00 a month')).toBeVisible();
});

test('without switching, spend controls and a key there is one card without them', async ({
  open,
  seller,
  platform,
}) => {
  const { control } = platform.emulator;
  control.issueCard(seller.account, { cardholder: 'Ann Smith' });
  control.issueCard(seller.account, { cardholder: 'Bo Jones' });
  const { frame } = await open({}, { tag: 'issuing-card', values: { CardSwitching: false, ShowSpendControls: false } });
  const card = frame('Card');
  await expect(card.getByText('Ann Smith')).toBeVisible();
  await expect(card.getByRole('combobox')).toHaveCount(0);
  await expect(card.getByText('Limit')).toHaveCount(0);
  await card.getByRole('button', { name: 'Show number' }).press('Enter');
  await expect(card.getByRole('alert')).toHaveText(
    'The number cannot be shown. The page has set no FetchEphemeralKey.',
  );
});

test('the list shows the cards of a program, and leads into each and back', async ({ open, seller, platform }) => {
  const { control } = platform.emulator;
  control.issueCard(seller.account, { cardholder: 'Ann Smith' });
  control.issueCard(seller.account, { cardholder: 'Bo Jones', program: 'iprg_1' });
  const { frame, heard } = await open(
    {},
    {
      tag: 'issuing-cards-list',
      values: { IssuingProgram: 'iprg_1', ShowSpendControls: true },
      makesKeys: true,
    },
  );
  const cards = frame('Cards');
  await expect(cards.getByRole('row', { name: 'Bo Jones' })).toContainText('No limit');
  await expect(cards.locator('tbody tr')).toHaveCount(1);
  await cards.getByRole('button', { name: 'Bo Jones' }).press('Enter');
  await expect(cards.getByRole('button', { name: 'All cards' })).toBeFocused();
  await cards.getByRole('button', { name: 'Show number' }).press('Enter');
  await expect(cards.getByText('Security code')).toBeVisible();
  expect(await heard('FetchEphemeralKey')).toHaveLength(1);
  await cards.getByRole('button', { name: 'All cards' }).press('Enter');
  await expect(cards.getByRole('button', { name: 'Bo Jones' })).toBeFocused();
});

test('a financial account shows what it has and what happened, and another one is not there', async ({
  open,
  seller,
  platform,
}) => {
  const { control } = platform.emulator;
  const account = control.openFinancialAccount(seller.account, 'Savings');
  const values = { FinancialAccount: account };
  const { frame, heard } = await open(
    {},
    { tag: 'financial-account', values },
    { tag: 'financial-account-transactions', values },
    { tag: 'issuing-card' },
  );
  await expect(frame('Financial account transactions').getByText('No transactions yet')).toBeVisible();
  await expect(frame('Card').getByText('No card yet')).toBeVisible();
  control.addFinancialTransaction(seller.account, account, {
    amount: 10_000,
    description: 'Deposit',
    status: 'posted',
  });
  await expect(frame('Financial account').getByRole('heading', { name: 'Savings' })).toBeVisible();
  await expect(frame('Financial account').getByText('$100.00')).toBeVisible();
  await expect(frame('Financial account transactions').getByRole('row', { name: '$100.00 USD' })).toContainText(
    'Deposit',
  );

  const other = await open({}, { tag: 'financial-account', values: { FinancialAccount: 'fa_other' } });
  await expect(other.frame('Financial account').getByRole('alert')).toContainText('no such financial account');
  await expect
    .poll(() => heard('OnLoadError'))
    .toMatchObject([{ elementTagName: 'financial-account', error: { type: 'invalid_request_error' } }]);
});

test('a session without the features shows no button for them', async ({ open, seller, platform }) => {
  platform.emulator.control.issueCard(seller.account, { cardholder: 'Ann Smith' });
  const features = { card_management: false, spend_control_management: false } as const;
  seller.allow({ issuing_card: { enabled: true, features } });
  const { frame } = await open({}, { tag: 'issuing-card', values: { ShowSpendControls: true } });
  await expect(frame('Card').getByText('No limit')).toBeVisible();
  await expect(frame('Card').getByRole('button')).toHaveText(['Show number']);
});

for (const variables of [{}, DARK]) {
  test(`cards and financial accounts break no automatic accessibility rule (${variables === DARK ? 'dark' : 'light'})`, async ({
    open,
    page,
    seller,
    platform,
  }) => {
    const { control } = platform.emulator;
    control.issueCard(seller.account, { cardholder: 'Ann Smith' });
    control.issueCard(seller.account, { cardholder: 'Bo Jones' });
    const account = control.openFinancialAccount(seller.account);
    control.addFinancialTransaction(seller.account, account, { amount: -500, description: 'Rent', status: 'open' });
    const values = { FinancialAccount: account };
    const { frame } = await open(
      { appearance: { variables } },
      { tag: 'issuing-card', values: { ShowSpendControls: true } },
      { tag: 'issuing-cards-list', values: { ShowSpendControls: true } },
      { tag: 'financial-account', values },
      { tag: 'financial-account-transactions', values },
    );
    for (const title of TITLES) {
      await expect(frame(title).getByText('Stripe emulator · test')).toBeVisible();
      await expect(frame(title).locator('.skeleton')).toHaveCount(0);
    }
    await frame('Card').getByRole('button', { name: 'Change limit' }).press('Enter');
    await expect(frame('Card').getByLabel('Monthly limit')).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 800 });
    for (const title of TITLES) {
      const root = frame(title).locator('#frame');
      await expect.poll(() => root.evaluate((inside) => inside.scrollWidth - inside.clientWidth)).toBe(0);
    }
  });
}
