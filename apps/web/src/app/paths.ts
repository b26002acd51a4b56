/** Every address of these pages; nothing else spells one. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  signUp: '/sign-up',
  finishSignUp: '/sign-up/finish',
  payments: '/payments',
  payment: (paymentId: string) => `/payments/${encodeURIComponent(paymentId)}`,
  payouts: '/payouts',
  charges: '/charges',
  newCharge: '/charges/new',
  charge: (chargeId: string) => `/charges/${encodeURIComponent(chargeId)}`,
  onboarding: '/onboarding',
  onboardingReturn: '/onboarding/return',
  onboardingRefresh: '/onboarding/refresh',
  supportAccess: '/account/support-access',
  support: '/support',
  supportSignIn: '/support/sign-in',
  supportCode: '/support/sign-in?step=code',
  supportSetUp: '/support/set-up',
  supportSeller: (sellerId: string) => `/support/sellers/${encodeURIComponent(sellerId)}`,
  /** The seller's pages as support sees them stand below it, each under its own address. */
  supportView: '/support/view',
} as const;
