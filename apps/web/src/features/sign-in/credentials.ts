import type { RequestOf, signIn, signUp } from '@sellerdesk/contract';
import { isEmailAddress } from '../../lib/email-address.ts';

export type SignInForm = RequestOf<typeof signIn>['body'];
export type SignUpForm = RequestOf<typeof signUp>['body'];

/** What is wrong, by the field it stands in. */
export type FieldProblems<Form> = Partial<Record<keyof Form, string>>;

/** The contract's limit. */
export const PASSWORD_MIN_LENGTH = 8;
/** The contract's limit. */
export const PASSWORD_MAX_LENGTH = 128;
/** The contract's limit. */
export const BUSINESS_NAME_MAX_LENGTH = 100;

/** Says what must be mended before signing in is worth a try. */
export function problemsOfSignIn({ email, password }: SignInForm): FieldProblems<SignInForm> {
  return {
    ...problemOfEmail(email),
    ...(password === '' && { password: 'Enter your password.' }),
  };
}

/** Says what must be mended before a seller can sign up. */
export function problemsOfSignUp({ email, password, businessName, country }: SignUpForm): FieldProblems<SignUpForm> {
  return {
    ...problemsOfBusiness({ businessName, country }),
    ...problemOfEmail(email),
    ...problemOfNewPassword(password),
  };
}

type Business = Pick<SignUpForm, 'businessName' | 'country'>;

/** Says what must be mended of a business before there can be an account for it. */
export function problemsOfBusiness({ businessName, country }: Business): FieldProblems<Business> {
  return {
    ...(businessName.trim() === '' && { businessName: 'Enter the name your customers know you by.' }),
    ...(country === '' && { country: 'Choose the country your business is in.' }),
  };
}

function problemOfEmail(email: string): { email?: string } {
  if (email.trim() === '') return { email: 'Enter your e-mail address.' };
  return isEmailAddress(email.trim()) ? {} : { email: 'Write the whole address, like name@example.com.' };
}

/** Characters as the server counts them: Unicode code points, so that an emoji is one. */
function problemOfNewPassword(password: string): { password?: string } {
  const { length } = Array.from(password);
  if (length < PASSWORD_MIN_LENGTH) return { password: `Use at least ${PASSWORD_MIN_LENGTH} characters. Any will do.` };
  return length > PASSWORD_MAX_LENGTH ? { password: `Use at most ${PASSWORD_MAX_LENGTH} characters.` } : {};
}
