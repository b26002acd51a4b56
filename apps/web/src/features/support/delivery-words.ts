import type { Delivery } from '@sellerdesk/contract';

/** Why an event is kept and not applied, as staff can pass it on to whoever runs the server. */
export const quarantineWords: Readonly<Record<NonNullable<Delivery['quarantine']>, string>> = {
  unknown_account: 'It is about an account that was not ours then.',
  wrong_mode: 'It is of another mode than the account.',
  wrong_scope: 'It came to the wrong address of ours.',
  given_up: 'It could not be applied for three days.',
};
