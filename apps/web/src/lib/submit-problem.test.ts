import { ProblemError, UnexpectedReplyError } from '@sellerdesk/contract';
import { expect, test } from 'vitest';
import { submitProblemFrom, wordsOfWait } from './submit-problem.ts';

const body = { type: '/problems#x', code: 'x', title: 'Title', status: 400, requestId: 'req_1' };

test('problems of single fields stand by the name they were sent under', () => {
  const fields = [{ field: 'email', message: 'Write the whole address.' }];
  const problem = submitProblemFrom(new ProblemError('validation_failed', { ...body, fields }));
  expect(problem).toMatchObject({ code: 'validation_failed', fields: { email: 'Write the whole address.' } });
});

test('a problem without a sentence of ours speaks with the server’s', () => {
  const problem = submitProblemFrom(new ProblemError('amount_refused', { ...body, detail: 'Too small for Stripe.' }));
  expect(problem).toMatchObject({ message: 'Too small for Stripe.', requestId: 'req_1' });
});

test('no answer and an answer that is not ours are told apart', () => {
  expect(submitProblemFrom(new TypeError('Failed to fetch')).code).toBe('unreachable');
  expect(submitProblemFrom(new UnexpectedReplyError(502)).code).toBe('unexpected');
});

test('no sentence speaks of what was typed: it may stand where nothing was', () => {
  const codes = ['validation_failed', 'not_signed_in', 'internal', 'unavailable', 'stripe_unavailable'] as const;
  const errors = [
    new TypeError('Failed to fetch'),
    new UnexpectedReplyError(502),
    ...codes.map((code) => new ProblemError(code, body)),
  ];
  expect(errors.map((error) => submitProblemFrom(error).message).filter((words) => words.includes('typed'))).toEqual(
    [],
  );
});

test.each([
  [1, '1 second'],
  [40, '40 seconds'],
  [90, '2 minutes'],
  [600, '10 minutes'],
])('%i seconds are said as people say them', (seconds, words) => {
  expect(wordsOfWait(seconds)).toBe(words);
});
