import { expectAccessible } from '../accessible.ts';
import { expect, test } from '../fixtures.ts';
import { looks } from '../looks.ts';
import { signUp } from '../seller-steps.ts';
import { addStaff, fillSetUp, signInStaff } from '../staff-steps.ts';

// Who is not signed in yet is told so, and who owes the code as well.
test.use({ allowedErrors: [/the server responded with a status of 40[13]/u] });

for (const { name, ...look } of looks) {
  test.describe(name, () => {
    test.use(look);

    test('staff set themselves up, sign in with both factors, find a seller and sign out', async ({
      page,
      stack,
      context,
    }) => {
      const email = `ada-${look.colorScheme}@platform.example`;
      await signUp(await context.newPage(), 'Fern and Flour');
      const totp = await fillSetUp(page, await addStaff(stack, email));
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Finish' }).click();
      await expect(page.getByRole('listitem')).toHaveCount(10);
      await expectAccessible(page);
      await page.getByRole('link', { name: 'I have them: sign in' }).click();
      await signInStaff(page, email, totp);
      await page.getByRole('searchbox').fill('fern');
      await expect(page.getByRole('heading', { name: 'Fern and Flour' }).first()).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('link', { name: 'Fern and Flour' }).first().click();
      await expect(page.getByText('This seller has not set up payments yet.')).toBeVisible();
      await expect(page.getByText(/Nobody has looked/u)).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('link', { name: 'All sellers' }).click();
      await expect(page.getByRole('searchbox')).toBeVisible();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await expect(page.getByRole('heading', { name: 'Support sign-in' })).toBeVisible();
    });
  });
}
