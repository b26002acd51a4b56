/** What was asked for in a support view, by its operation, in a seller's words. A test asks for a line for each there is. */
export const lookedAtWords: Readonly<Record<string, string>> = {
  getSeller: 'your business and how your account stands',
  createSupportAccountSession: "Stripe's panels: balances, payments and payouts",
  listCharges: 'your list of charges',
  getCharge: 'single charges',
};
