import { type ChildProcess, spawn } from 'node:child_process';

/** A program started by us, which ends with us. */
export interface Child {
  /** Resolves with its exit code when it has ended, for whatever reason. */
  readonly ended: Promise<number | null>;
  /** What it wrote last, for a sentence about why it ended. */
  lastLines(): string;
  /** Asks it to stop, and makes it stop after the deadline. */
  stop(deadlineMs?: number): Promise<void>;
}

export interface ChildOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  /** Where its output goes as it comes; nowhere unless told. */
  readonly onOutput?: (text: string) => void;
}

/** Starts a program of Node 24 and keeps its last output. */
export function startChild(args: readonly string[], { env, cwd, onOutput }: ChildOptions): Child {
  const child = spawn(process.execPath, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let tail = '';
  const listen = (chunk: Buffer): void => {
    tail = (tail + chunk.toString()).slice(-4000);
    onOutput?.(chunk.toString());
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  // Whatever ends us, even half way through a start, must not leave it behind.
  const orphaned = (): void => void child.kill('SIGTERM');
  process.once('exit', orphaned);
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      process.off('exit', orphaned);
      resolve(code);
    });
  });
  return { ended, lastLines: () => tail, stop: (deadlineMs = 12_000) => stopped(child, ended, deadlineMs) };
}

async function stopped(child: ChildProcess, ended: Promise<unknown>, deadlineMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const overdue = setTimeout(() => child.kill('SIGKILL'), deadlineMs);
  await ended;
  clearTimeout(overdue);
}

/**
 * Waits until an address answers 200.
 *
 * @throws {Error} when the program ends first, with its last lines, or when the deadline passes.
 */
export async function answering(url: string, child: Child, deadlineMs = 60_000): Promise<void> {
  const deadline = performance.now() + deadlineMs;
  let code: number | null | undefined;
  void (async () => {
    code = await child.ended;
  })();
  while (performance.now() < deadline) {
    if (code !== undefined) throw new Error(child.lastLines().trim() || `It ended with code ${code} and said nothing.`);
    if (await answers(url)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} did not answer within ${deadlineMs / 1000} s. Its last lines:\n${child.lastLines()}`);
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    // Nobody listens yet: that is what is being waited for.
    return false;
  }
}
