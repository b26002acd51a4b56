/** Says what is going on while somebody waits: one line a step, with its time, and a live count where there is one. */
export interface Progress {
  /** Runs a step; `count` may be called with how far it is. */
  step<T>(name: string, work: (count: (done: number, of: number) => void) => Promise<T>): Promise<T>;
}

/** Writes to a terminal, or plain lines where the output is not one. */
export function createProgress(out: NodeJS.WriteStream): Progress {
  return {
    async step(name, work) {
      const startedAt = performance.now();
      if (out.isTTY) out.write(`… ${name}`);
      const result = await work((done, of) => {
        if (out.isTTY) out.write(`\r… ${name} ${done} of ${of}`);
      });
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      out.write(out.isTTY ? `\r\u001B[2K✓ ${name} (${seconds} s)\n` : `✓ ${name} (${seconds} s)\n`);
      return result;
    },
  };
}
