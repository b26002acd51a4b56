/** For `vi.waitFor` and `vi.waitUntil`, whose second of patience is none where the machine is busy with other tests. */
export const patiently = { timeout: 30_000, interval: 50 };
