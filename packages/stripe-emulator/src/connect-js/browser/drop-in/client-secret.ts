/** The account session's client secret of one Connect instance, shared by all its frames. */
export type ClientSecret = {
  /** Resolves to the secret in use. @throws what the page's `fetchClientSecret` threw */
  current: () => Promise<string>;
  /** Resolves to another secret than the refused one; frames that ask at the same time share one fetch. */
  replace: (refused: string | undefined) => Promise<string>;
  /** Hands out no secret any more. */
  end: () => void;
};

export type FetchClientSecret = () => Promise<string>;

/**
 * Keeps the client secret of a Connect instance.
 * @param eager what connect-js already fetched before this script was loaded; without it there would be two sessions
 */
export function createClientSecret(fetchClientSecret: FetchClientSecret, eager?: Promise<string>): ClientSecret {
  let held = keep(eager ?? fetchClientSecret());
  let replacing: Promise<string> | undefined;
  let ended = false;

  async function fetchAnother(refused: string | undefined): Promise<string> {
    const newest = await held.catch(() => undefined);
    if (newest !== undefined && newest !== refused) return newest;
    held = keep(fetchClientSecret());
    return held;
  }

  function whileOpen<T>(answer: () => Promise<T>): Promise<T> {
    return ended ? Promise.reject(new Error('This Connect instance was logged out.')) : answer();
  }

  return {
    current: () => whileOpen(() => held),
    replace: (refused) =>
      whileOpen(() => {
        replacing ??= fetchAnother(refused).finally(() => (replacing = undefined));
        return replacing;
      }),
    end: () => {
      ended = true;
    },
  };
}

/** Checks the secret, and marks the promise as handled: a failure is reported by the frame that needs the secret. */
function keep(promise: Promise<unknown>): Promise<string> {
  const checked = promise.then((secret) => {
    if (typeof secret === 'string' && secret !== '') return secret;
    throw new Error('fetchClientSecret did not resolve to a client secret.');
  });
  checked.catch(() => undefined);
  return checked;
}
