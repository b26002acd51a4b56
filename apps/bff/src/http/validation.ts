import type { FastifyServerOptions } from 'fastify';
import { isText } from './is-text.ts';

/** As in the browser's form: only a mail server knows more about an address. */
const address = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/u;

/** As PostgreSQL takes it, without the prefix that RFC 9562 allows in an address. */
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** Says whether text is an e-mail address of up to 254 characters. */
export function isEmailAddress(text: string): boolean {
  return text.length <= 254 && isText(text) && address.test(text);
}

/** Our own rules of a format, in place of those that come with Ajv. */
const formats = {
  email: isEmailAddress,
  uuid,
};

/** What a format that was not met is called where it was sent. */
export const formatWords: Readonly<Record<string, string>> = {
  email: 'must be an e-mail address, for example name@example.com',
  uuid: 'must be a UUID, for example 123e4567-e89b-42d3-a456-426614174000',
};

/**
 * Nothing is turned into anything else and nothing is dropped: what does not fit is refused, with every reason.
 *
 * Fastify's own options would make 5 of `"5"` and silently remove what is not in the schema.
 */
export const validatorOptions: NonNullable<FastifyServerOptions['ajv']> = {
  customOptions: {
    coerceTypes: false,
    removeAdditional: false,
    useDefaults: false,
    allErrors: true,
  },
  // Not as an option: Fastify adds the formats it knows after those, over ours.
  onCreate: (ajv) => {
    for (const [name, format] of Object.entries(formats)) ajv.addFormat(name, format);
  },
};
