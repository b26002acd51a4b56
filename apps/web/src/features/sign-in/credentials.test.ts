import { expect, test } from 'vitest';
import { problemsOfSignIn, problemsOfSignUp } from './credentials.ts';

const complete = { email: 'ada@example.com', password: 'eight ch', businessName: 'Marlow Cakes', country: 'GB' };

test('complete forms have no problems', () => {
  expect(problemsOfSignUp(complete)).toEqual({});
  expect(problemsOfSignIn(complete)).toEqual({});
});

test('an empty form names every field in the order it is filled', () => {
  const empty = problemsOfSignUp({ email: '', password: '', businessName: ' ', country: '' });
  expect(Object.keys(empty)).toEqual(['businessName', 'country', 'email', 'password']);
});

test('a password is counted in characters a person sees, not in code units', () => {
  expect(problemsOfSignUp({ ...complete, password: '🔑🔑🔑🔑🔑🔑🔑' })).toHaveProperty('password');
  expect(problemsOfSignUp({ ...complete, password: '🔑🔑🔑🔑🔑🔑🔑🔑' })).toEqual({});
  expect(problemsOfSignUp({ ...complete, password: 'x'.repeat(129) }).password).toBe('Use at most 128 characters.');
});

test('an old password is never judged when signing in', () => {
  expect(problemsOfSignIn({ email: 'ada@example.com', password: 'short' })).toEqual({});
});
