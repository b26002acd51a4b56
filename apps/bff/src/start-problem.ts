import { ConfigError } from './config.ts';

/** What the system says by a code, in words an operator can act on. */
const sentences: Readonly<Record<string, (error: Details) => string>> = {
  EADDRINUSE: ({ port = '' }) => `Port ${port} is in use by another program. Stop it, or set PORT to another number.`,
  EACCES: ({ port, message }) =>
    port === undefined ? message : `Port ${port} may not be used by this account. Set PORT to a number above 1023.`,
  EADDRNOTAVAIL: ({ address = '' }) => `HOST is ${address}, which is no address of this machine.`,
  ENOTFOUND: ({ hostname = '' }) => `The host ${hostname} cannot be found: see HOST and DATABASE_URL.`,
  ECONNREFUSED: ({ address = '', port = '' }) => `PostgreSQL does not answer at ${address}:${port}: see DATABASE_URL.`,
  // PostgreSQL's codes for who may not enter and for what is not there.
  '28P01': () => 'PostgreSQL refuses the password in DATABASE_URL.',
  '28000': () => 'PostgreSQL refuses the user in DATABASE_URL.',
  '3D000': () => 'The database that DATABASE_URL names does not exist.',
  EPIPE: () => 'Whoever reads the output went away before all of it was written.',
  // Node's codes for options that a program does not have, or not so.
  ERR_PARSE_ARGS_UNKNOWN_OPTION: ({ message }) => message,
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: ({ message }) => message,
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: ({ message }) => message,
};

interface Details {
  readonly message: string;
  readonly code?: string;
  readonly port?: number;
  readonly address?: string;
  readonly hostname?: string;
}

/** Returns why the server cannot start, for the operator: sentences where we know it, the whole error where not. */
export function startProblem(error: unknown): string {
  if (!(error instanceof Error)) return `The server cannot start: ${String(error)}`;
  if (error instanceof ConfigError) return `The settings cannot be used:\n${error.message}`;
  const root: Error & Details = error instanceof AggregateError ? firstOf(error) : error;
  const sentence = sentences[root.code ?? ''];
  if (sentence) return sentence(root);
  // Errors of our own are sentences already; those of others need their stack to be understood.
  return root.code === undefined && root.constructor === Error ? root.message : (root.stack ?? root.message);
}

function firstOf(error: AggregateError): Error {
  const first: unknown = error.errors[0];
  return first instanceof Error ? first : error;
}
