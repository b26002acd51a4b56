/** Which states may follow each state. */
export type Transitions<State extends string> = Readonly<Record<State, readonly State[]>>;

/**
 * Returns the new state, if it may follow the old one.
 *
 * @throws {Error} otherwise: whoever calls must have refused before, in Stripe's words.
 */
export function step<State extends string>(transitions: Transitions<State>, from: State, to: State): State {
  if (!transitions[from].includes(to)) throw new Error(`Nothing goes from ${from} to ${to}`);
  return to;
}

/** Lists the states from which a state can be reached in one step. */
export function statesBefore<State extends string>(transitions: Transitions<State>, to: State): readonly string[] {
  return Object.entries<readonly State[]>(transitions)
    .filter(([, after]) => after.includes(to))
    .map(([state]) => state);
}
