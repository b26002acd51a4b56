import type { Handler } from './handler.ts';
import { accountChanged } from './handlers/account-changed.ts';
import { accountDeauthorized } from './handlers/account-deauthorized.ts';
import { chargeChanged } from './handlers/charge-changed.ts';
import { ACCOUNT_EVENT } from './received-event.ts';

/** The first that fits counts; other events are kept and nothing follows from them. */
const handlers: readonly (readonly [RegExp, Handler])[] = [
  [/^account\.application\.deauthorized$/u, accountDeauthorized],
  [/^(account\.(updated$|external_account\.)|capability\.|person\.)/u, accountChanged],
  [ACCOUNT_EVENT, accountChanged],
  [/^(checkout\.session|payment_intent|charge)\./u, chargeChanged],
];

/** Returns what is to be done for a kind of event, if anything. */
export function handlerOf(type: string): Handler | undefined {
  return handlers.find(([pattern]) => pattern.test(type))?.[1];
}
