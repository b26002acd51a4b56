import { expect, test } from 'vitest';
import type { SubmitProblem } from '../../lib/submit-problem.ts';
import { refusedFields, wordsOfRefusal } from './sign-in-problem.ts';

const problem: SubmitProblem = {
  code: 'too_many_attempts',
  message: 'Too many attempts',
  fields: {},
  retryAfterSeconds: 300,
  requestId: 'req_1',
};

test('too many attempts say when to try again', () => {
  expect(wordsOfRefusal(problem)).toContain('wait 5 minutes');
  expect(wordsOfRefusal({ ...problem, retryAfterSeconds: undefined })).toContain('wait a few minutes');
});

test('wrong credentials never say which of the two is wrong', () => {
  expect(wordsOfRefusal({ ...problem, code: 'wrong_credentials' })).toContain('e-mail and password do not match');
});

test('any other problem speaks for itself, and nothing typed is lost', () => {
  expect(wordsOfRefusal({ ...problem, code: 'unavailable', message: 'Not right now.' })).toBe(
    'Not right now. What you typed is still here.',
  );
});

test('what the server refused stands at the fields of the form, and an address that is taken at the e-mail', () => {
  const form = { email: 'ada@example.com', password: 'x' };
  const fields = { password: 'Too common.', captcha: 'Missing.' };
  expect(refusedFields({ ...problem, code: 'validation_failed', fields }, form)).toEqual({ password: 'Too common.' });
  expect(refusedFields({ ...problem, code: 'email_taken' }, form)).toHaveProperty('email');
});
