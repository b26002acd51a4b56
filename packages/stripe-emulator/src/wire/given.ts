type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out what was not said. */
export function given<T extends object>(values: T): Given<T> {
  // What is left out is exactly what the type says may be missing.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>;
}
