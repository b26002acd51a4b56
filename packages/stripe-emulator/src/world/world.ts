import { EventEmitter } from 'node:events';
import { type Clock, createClock } from './clock.ts';
import { createRandom, newId, type Random, randomText } from './ids.ts';
import type { InstantTerms } from './instant-fee.ts';
import type { Kind, Kinds } from './state.ts';
import type { Store } from './store.ts';

/** What Stripe takes: basis points of the amount and a fixed part in the currency's minor unit. */
export interface FeeRate {
  readonly basisPoints: number;
  readonly fixedMinor: number;
}

export interface Settings {
  /** Where the emulator answers: every address it hands out begins with it. Set once it listens. */
  url: string;
  readonly secretKey: string;
  readonly publishableKey: string;
  /** Whether everything here claims to be of live mode. */
  readonly livemode: boolean;
  readonly platformName: string;
  /** Origins of pages that may embed components, besides those of this machine. */
  readonly embedders: readonly string[];
  readonly feeRate: FeeRate;
  readonly instantPayouts: InstantTerms;
  /** How long an account session lasts. */
  readonly accountSessionSeconds: number;
}

/** A request of Stripe's API, as events name the one they come of. */
export interface ApiRequest {
  readonly id: string;
  readonly idempotencyKey: string | null;
}

/** Turns an object into Stripe's shape; `api/` knows how. */
export type Render = <K extends Kind>(world: World, kind: K, object: Kinds[K]) => object;

/** The same for what is kept with something else, such as the bank account of an account; undefined for what is not. */
export type RenderPart = (world: World, account: string, id: string) => object | undefined;

/** Everything there is, and its time. One for each emulator. */
export interface World {
  readonly store: Store;
  readonly clock: Clock;
  readonly settings: Settings;
  /** The platform's own account. */
  readonly platform: string;
  readonly render: Render;
  readonly renderPart: RenderPart;
  /** Tells, after the transaction that made it, of each event by its id, and that deliveries are waiting. */
  readonly wakeups: EventEmitter<{ events: []; told: [id: string] }>;
  /** Where ids and secrets come from. */
  readonly random: Random;
  /** The same for what is told beside: it changes no id, however often it is asked. */
  readonly chatter: Random;
  /** The request of the API that is being answered, while one is. */
  readonly answering: { request: ApiRequest | null };
}

/** What instant payouts cost and how much may leave, unless told. Stripe agrees on limits with each platform. */
export const INSTANT_TERMS: InstantTerms = {
  offered: true,
  basisPoints: 100,
  minimumMinor: 50,
  mostMinor: 999_900,
  dailyMinor: 100_000_000,
};

/** Builds the world on a store; keys and the platform's id stay the same as long as the store does. */
export function createWorld(
  store: Store,
  { render, renderPart }: Pick<World, 'render' | 'renderPart'>,
  settings: Omit<Settings, 'url' | 'secretKey' | 'publishableKey' | 'livemode' | 'instantPayouts' | 'embedders'> & {
    readonly livemode?: boolean | undefined;
    readonly embedders?: readonly string[] | undefined;
    readonly instantPayouts?: Partial<InstantTerms> | undefined;
  },
  seed?: string,
): World {
  const lifeSeed = seed === undefined ? undefined : seedOf(store, seed);
  const random = createRandom(lifeSeed);
  const kept = (name: string, make: () => string): string => {
    const known = store.facts.read(name) ?? make();
    store.facts.write(name, known);
    return known;
  };
  const livemode = settings.livemode ?? false;
  const mode = livemode ? 'live' : 'test';
  const platform = kept('platform', () => newId({ random }, 'acct'));
  return {
    store,
    clock: createClock(store),
    platform,
    render,
    renderPart,
    settings: {
      ...settings,
      livemode,
      embedders: settings.embedders ?? [],
      instantPayouts: { ...INSTANT_TERMS, ...settings.instantPayouts },
      url: '',
      secretKey: kept('secret_key', () => `sk_${mode}_51${randomText({ random }, 40)}`),
      publishableKey: kept('publishable_key', () => `pk_${mode}_51${randomText({ random }, 40)}`),
    },
    random,
    chatter: createRandom(lifeSeed === undefined ? undefined : `${lifeSeed} beside`),
    wakeups: new EventEmitter(),
    answering: { request: null },
  };
}

/** Each life of a world has ids of its own, so that none comes twice, not even that of an object which is gone. */
function seedOf({ facts }: Store, seed: string): string {
  const lives = Number(facts.read('lives') ?? 0);
  facts.write('lives', String(lives + 1));
  return lives === 0 ? seed : `${seed} life ${lives}`;
}

/** Says what every new object begins with. */
export function born(
  world: World,
  prefix: string,
  account: string,
): { id: string; account: string; createdUnix: number } {
  return { id: newId(world, prefix), account, createdUnix: world.clock.nowUnix() };
}
