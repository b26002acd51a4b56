import { operations } from '../src/api/index.ts';
import { stripeCliOperations } from '../src/stripe-cli/index.ts';
import { cases } from './cases/index.ts';

type State = 'yes' | 'untyped' | 'no';

/** Endpoints that Stripe documents nowhere: no SDK has a type that their answers could be held against. */
const UNTYPED: ReadonlySet<string> = new Set([
  'POST /v1/test_helpers/demo/merchant_issue',
  ...stripeCliOperations.map(({ method, path }) => `${method} ${path}`),
]);

/** Says of every endpoint whether its answers are shown to be what the SDK's types promise. */
export function coverage(): ReadonlyMap<string, State> {
  const shown = new Set(cases.map(([endpoint]) => endpoint));
  const stateOf = (endpoint: string): State => (shown.has(endpoint) ? 'yes' : UNTYPED.has(endpoint) ? 'untyped' : 'no');
  const endpoints = [...operations, ...stripeCliOperations].map(({ method, path }) => `${method} ${path}`);
  return new Map(endpoints.toSorted(byPath).map((endpoint) => [endpoint, stateOf(endpoint)]));
}

/** The same as a table for the README. */
export function coverageTable(): string {
  const states = coverage();
  const width = Math.max(...Array.from(states.keys(), ({ length }) => length)) + 2;
  const rows = Array.from(states, ([endpoint, state]) => `| ${`\`${endpoint}\``.padEnd(width)} | ${state.padEnd(7)} |`);
  const count = (wanted: State): number => Array.from(states.values()).filter((state) => state === wanted).length;
  return [
    `${count('yes')} of ${states.size} endpoints are shown by the compiler; ${count('untyped')} have no published type.`,
    '',
    `| ${'endpoint'.padEnd(width)} | shown   |`,
    `| ${'-'.repeat(width)} | ------- |`,
    ...rows,
  ].join('\n');
}

function byPath(one: string, other: string): number {
  const [oneMethod = '', onePath = ''] = one.split(' ');
  const [otherMethod = '', otherPath = ''] = other.split(' ');
  return onePath.localeCompare(otherPath) || oneMethod.localeCompare(otherMethod);
}
