import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf } from '../src/test/test-stripe.ts';
import type { Props } from './case.ts';
import { openProps } from './props.ts';
import { type Refusal, toldBy } from './refusal.ts';
import { accessRefusals } from './refusals/access.ts';
import { accountRefusals } from './refusals/accounts.ts';
import { cardRefusals } from './refusals/cards.ts';
import { moneyRefusals } from './refusals/money.ts';
import { parameterRefusals } from './refusals/parameters.ts';
import { v2Refusals } from './refusals/api-v2.ts';
import { taxRefusals } from './refusals/taxes.ts';

let props: Props;

beforeAll(async () => {
  props = await openProps();
}, 120_000);

afterAll(() => props.close());

const refusals: readonly Refusal[] = [
  ...cardRefusals,
  ...accessRefusals,
  ...parameterRefusals,
  ...accountRefusals,
  ...moneyRefusals,
  ...taxRefusals,
  ...v2Refusals,
];

test.each(refusals)('%s is told by an error of the SDK’s own class', async (_, run, { kind, ...told }) => {
  const error = await refusalOf(run(props));
  expect({ ...toldBy(error), kind: error.constructor }).toEqual({ ...told, kind });
});
