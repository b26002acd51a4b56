import { bool, integer, oneOf, record, required, text } from '../../wire/params.ts';
import { given } from '../../wire/given.ts';
import { deed } from '../deed.ts';
import type { Fault } from '../faults.ts';

const REASON = 'stripe-rate-limited-reason';

/** What may be done to requests and deliveries on their way. */
export const trafficDeeds = {
  clearRequests: deed(
    {},
    ({ recorder }) => recorder.clear,
    (clear) => {
      clear();
    },
  ),
  /** Lets requests go wrong. */
  fault: deed(
    {
      kind: required(oneOf('status', 'hang', 'reset', 'lost_answer', 'slow', 'blocked_script', 'blocked_window')),
      path: text(),
      pattern: text(),
      method: oneOf('GET', 'POST', 'DELETE'),
      times: integer({ min: 1 }),
      status: integer({ min: 400, max: 599 }),
      delayMs: integer({ min: 0, max: 120_000 }),
      headers: record(text()),
      reason: oneOf('global-rate', 'endpoint-rate', 'global-concurrency', 'endpoint-concurrency', 'resource-specific'),
    },
    ({ faults }) =>
      (fault: Fault): void => {
        faults.add(fault);
      },
    (add, { kind, path, pattern, headers, reason, ...rest }) => {
      add({
        kind,
        headers: { ...headers, ...(reason !== undefined && { [REASON]: reason }) },
        ...given({ path: pattern === undefined ? path : new RegExp(pattern, 'u'), ...rest }),
      });
    },
  ),
  clearFaults: deed(
    {},
    ({ faults }) => faults.clear,
    (clear) => {
      clear();
    },
  ),
  /** Holds every delivery back until resumed. */
  pauseWebhooks: deed(
    {},
    ({ deliveries }) => deliveries.pause,
    (pause) => {
      pause();
    },
  ),
  resumeWebhooks: deed(
    {},
    ({ deliveries }) => deliveries.resume,
    (resume) => {
      resume();
    },
  ),
  /** Sends every event this many times from now on; 1 is once. */
  duplicateWebhooks: deed(
    { times: required(integer({ min: 1, max: 5 })) },
    ({ deliveries }) => deliveries.duplicate,
    (duplicate, { times }) => {
      duplicate(times);
    },
  ),
  /** Sends what is waiting in any order. */
  shuffleWebhooks: deed(
    { on: required(bool()) },
    ({ deliveries }) => deliveries.shuffle,
    (shuffle, { on }) => {
      shuffle(on);
    },
  ),
  /** Waits until nothing is on its way. A delivery that failed and waits for its next try counts as done. */
  deliveriesSettled: deed(
    {},
    ({ deliveries }) => deliveries.settled,
    (settled) => settled(),
  ),
};
