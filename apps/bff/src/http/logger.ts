import type { FastifyServerOptions } from 'fastify';

/** Takes one line of the log, a JSON object with a line end. */
export interface LogStream {
  write(line: string): void;
}

/** What looks like a secret or a person, wherever in a line it stands, even inside an error's message. */
const secrets: readonly (readonly [RegExp, string])[] = [
  [/\b(sk|rk)_(test|live)_\w+/gu, '[key]'],
  [/\bwhsec_[\w+/=]+/gu, '[webhook secret]'],
  [/\b\w+_secret_\w+/gu, '[client secret]'],
  [/__Host-[a-z-]+=[\w-]+/gu, '[cookie]'],
  [/(postgres(?:ql)?:\/\/)[^\s"@]+@/gu, '$1[credentials]@'],
  [/[\w.!#$%&'*+=?^`{|}~-]+@[\w-]+(\.[\w-]+)+/gu, '[email]'],
];

/** Returns a line of the log without anything that looks like a secret or an e-mail address. */
export function redacted(line: string): string {
  return secrets.reduce((text, [pattern, instead]) => text.replace(pattern, instead), line);
}

/** Fields by name, whatever their value looks like. */
const paths = ['password', 'clientSecret', 'client_secret', 'token', 'cookie', 'authorization'].flatMap((name) => [
  name,
  `*.${name}`,
  `*.*.${name}`,
]);

/** Returns the options of the structured log: one JSON object a line, moments in ISO 8601. */
export function loggerOptions(
  level: string,
  stream: LogStream | undefined,
): NonNullable<FastifyServerOptions['logger']> {
  return {
    level,
    redact: { paths, censor: '[redacted]' },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }), bindings: () => ({}) },
    hooks: { streamWrite: redacted },
    ...(stream && { stream }),
  };
}
