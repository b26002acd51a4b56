import type { Services } from '../services.ts';
import type { StoredEvent } from './event-store.ts';

/** Does what follows from a kind of event. It may be called twice for one, and for several in any order. */
export type Handler = (services: Services, event: StoredEvent) => Promise<void>;
