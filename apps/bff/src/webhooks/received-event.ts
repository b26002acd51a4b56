import * as Type from 'typebox';
import { Value } from 'typebox/value';
import { CHARGE_ID_KEY } from '../charges/index.ts';

/** Whose endpoint an event came to: the platform's own or that of its connected accounts. */
export type Scope = 'platform' | 'connect';

/** What an event is about. */
export interface ReceivedEvent {
  readonly eventId: string;
  readonly type: string;
  readonly account: string | null;
  readonly livemode: boolean;
  readonly objectId: string | null;
  readonly chargeId: string | null;
  readonly createdAt: Date;
}

const EventId = Type.String({ pattern: String.raw`^\w{1,255}$` });
const Kind = Type.String({ pattern: String.raw`^[\w.[\]]{1,200}$` });

/** With the object as it was at the time. */
const SnapshotEvent = Type.Object({
  object: Type.Literal('event'),
  id: EventId,
  type: Kind,
  account: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  livemode: Type.Boolean(),
  created: Type.Integer({ minimum: 0, maximum: 253_402_300_799 }),
  data: Type.Object({
    object: Type.Object({
      id: Type.Optional(Type.String()),
      metadata: Type.Optional(Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()])),
    }),
  }),
});

/** With a reference to the object alone. */
const ThinEvent = Type.Object({
  object: Type.Literal('v2.core.event'),
  id: EventId,
  type: Kind,
  livemode: Type.Boolean(),
  created: Type.String({ format: 'date-time' }),
  context: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  related_object: Type.Optional(Type.Union([Type.Object({ id: Type.Optional(Type.String()) }), Type.Null()])),
});

/**
 * Kinds of events of accounts made with the second API. Others only begin alike (`v2.core.account_link.returned`,
 * `v2.core.account_person.updated`): what those are about is no account.
 */
export const ACCOUNT_EVENT = /^v2\.core\.account[.[]/u;

/** Returns what an event in either of Stripe's forms is about, or nothing when it is in neither. */
export function eventFromBody(body: Buffer): ReceivedEvent | undefined {
  const value = parsed(body);
  if (Value.Check(SnapshotEvent, value)) return fromSnapshot(value);
  return Value.Check(ThinEvent, value) ? fromThin(value) : undefined;
}

function fromSnapshot({
  id,
  type,
  account,
  livemode,
  created,
  data,
}: Type.Static<typeof SnapshotEvent>): ReceivedEvent {
  const { id: objectId = null, metadata } = data.object;
  return {
    eventId: id,
    type,
    account: account ?? null,
    livemode,
    objectId,
    chargeId: uuidFrom(metadata?.[CHARGE_ID_KEY]),
    createdAt: new Date(created * 1000),
  };
}

/** Events of accounts made with the second API come to the platform and name the account as what they are about. */
function fromThin(event: Type.Static<typeof ThinEvent>): ReceivedEvent {
  const { id, type, livemode, created, context, related_object: related } = event;
  const objectId = related?.id ?? null;
  const account = ACCOUNT_EVENT.test(type) ? objectId : (context ?? null);
  return { eventId: id, type, account, livemode, objectId, chargeId: null, createdAt: new Date(created) };
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

function uuidFrom(value: unknown): string | null {
  return typeof value === 'string' && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u.test(value) ? value : null;
}
