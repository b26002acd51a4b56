import type { FrameLocator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** Opens Stripe's own window from a component that asks for it. */
export async function openSignIn(page: Page, component: FrameLocator): Promise<Page> {
  const opened = page.waitForEvent('popup');
  await component.getByRole('button', { name: 'Sign in' }).click();
  const window = await opened;
  await expect(window.getByRole('heading', { name: 'Sign in to the Stripe emulator' })).toBeVisible();
  return window;
}

/** Signs the seller in; the window closes by itself. */
export async function signIn(page: Page, component: FrameLocator): Promise<void> {
  const window = await openSignIn(page, component);
  const closed = window.waitForEvent('close');
  await window.getByRole('button', { name: 'Sign in as the owner' }).click();
  await closed;
}
