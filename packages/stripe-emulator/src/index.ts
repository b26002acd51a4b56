import { render, renderPart } from './api/index.ts';
import { createApp } from './app.ts';
import { CannotStart } from './cannot-start.ts';
import { type Control, createControl } from './control/control.ts';
import { createFaults } from './control/faults.ts';
import { createRecorder } from './control/requests.ts';
import { deliverEvents } from './webhooks/deliveries.ts';
import { moneyHappenings } from './world/money-happenings.ts';
import { catchUp } from './world/passing-time.ts';
import type { InstantTerms } from './world/instant-fee.ts';
import { openStore } from './world/store.ts';
import { createWorld, type World } from './world/world.ts';

export { CannotStart } from './cannot-start.ts';
export type { AccountState } from './control/account-states.ts';
export type { Control } from './control/control.ts';
export type { Fault } from './control/faults.ts';
export type { RecordedRequest } from './control/requests.ts';

export interface EmulatorOptions {
  /** An address of this machine: the real SDK and the Stripe CLI accept plain http only there. */
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Where others find it, where that is elsewhere: under a name, or behind a proxy that passes `Host` on. */
  readonly url?: string | undefined;
  /** Origins of pages that may embed components, besides those of this machine. */
  readonly embedders?: readonly string[] | undefined;
  /** A file, which keeps the world over restarts, or `:memory:`. */
  readonly database: string;
  /** What sellers read on hosted pages; `Platform` unless told. */
  readonly platformName?: string;
  /**
   * Whether it claims to be of live mode, in its keys and in every object: for tests of what tells the two modes apart.
   * No money moves, and its Dashboard stays away. Test mode unless told.
   */
  readonly livemode?: boolean;
  /** What instant payouts cost and how much may leave; 1 percent, at least 50 minor units, unless told. */
  readonly instantPayouts?: Partial<InstantTerms>;
  /** The same calls in the same order have the same ids, keys and secrets again; by chance without it. */
  readonly seed?: string | undefined;
}

/** A local Stripe that listens. */
export interface Emulator {
  /** Where it listens. */
  readonly url: string;
  readonly secretKey: string;
  readonly publishableKey: string;
  readonly control: Control;
  readonly world: World;
  close(): Promise<void>;
}

/** How often the world looks whether something is due by itself, in milliseconds. */
const TICK_MS = 1_000;

/**
 * Starts a local Stripe: API, webhooks, connect.js and hosted pages over one state.
 *
 * @throws {CannotStart} when the port is taken, or the file is no database or another emulator's.
 */
export async function startEmulator({
  host,
  port,
  url,
  embedders,
  database,
  platformName = 'Platform',
  livemode,
  instantPayouts,
  seed,
}: EmulatorOptions): Promise<Emulator> {
  const store = openStore(database);
  const feeRate = { basisPoints: 290, fixedMinor: 30 };
  const settings = { platformName, livemode, instantPayouts, embedders, feeRate, accountSessionSeconds: 3600 };
  const world = createWorld(store, { render, renderPart }, settings, seed);
  const happenings = moneyHappenings;
  const deliveries = deliverEvents(world);
  const parts = { world, happenings, recorder: createRecorder(), faults: createFaults(), deliveries };
  const server = await createApp(parts, { listensOn: host, url });
  const control = createControl(parts);
  let listening: string;
  try {
    listening = await server.listen({ host, port });
  } catch (error) {
    await deliveries.stop();
    store.close();
    throw new CannotStart(whyDeaf(error, host, port), { cause: error });
  }
  world.settings.url = url === undefined ? listening : new URL(url).origin;
  const ticking = setInterval(() => {
    catchUp(world, happenings);
  }, TICK_MS).unref();
  return {
    url: listening,
    secretKey: world.settings.secretKey,
    publishableKey: world.settings.publishableKey,
    control,
    world,
    close: async () => {
      clearInterval(ticking);
      await deliveries.stop();
      await server.close();
      store.close();
    },
  };
}

function whyDeaf(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken: another emulator may run already. Name another with --port.`;
  return `It cannot listen on ${host}, port ${port}: ${error instanceof Error ? error.message : String(error)}.`;
}
